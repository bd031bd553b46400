"""How Alembic runs the revisions: in the transaction that the service opened."""

from alembic import context

from matcher_service.database.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
