"""Messages of the field with an invented client, place and work; the forms are those of the public standards."""

SETU_ORDER = """<?xml version="1.0" encoding="UTF-8"?>
<StaffingOrder xmlns="http://ns.hr-xml.org/2007-04-15" xmlns:setu="http://ns.setu.nl/2012-01">
<OrderId idOwner="StaffingCustomer"><IdValue>OPD-12</IdValue></OrderId>
<ReferenceInformation><StaffingCustomerId idOwner="KvK"><IdValue>00000000</IdValue></StaffingCustomerId>
</ReferenceInformation>
<CustomerReportingRequirements><AdditionalRequirement requirementTitle="VersionId">2.0</AdditionalRequirement>
</CustomerReportingRequirements>
<OrderClassification orderStatus="new" orderType="RFQ"/>
<OrderContact contactType="supervisor"><ContactInfo><PersonName><FormattedName>Jan Voorbeeld</FormattedName>
</PersonName></ContactInfo></OrderContact>
<PositionQuantity>1</PositionQuantity>
<StaffingPosition>
<PositionHeader><PositionId><IdValue>F-1</IdValue></PositionId><PositionTitle>Orderpicker</PositionTitle>
<PositionDescription>Je verzamelt orders en tilt kratten tot 12 kg.</PositionDescription>
<ShiftWork><Description>Geen nachtdiensten.</Description></ShiftWork></PositionHeader>
<PositionDateRange><StartDate>2026-12-01</StartDate><ExpectedEndDate>2027-05-31</ExpectedEndDate></PositionDateRange>
<Rates rateType="bill"><Amount rateAmountPeriod="hourly" currency="EUR">33.10</Amount></Rates>
<Rates rateType="pay"><Amount rateAmountPeriod="hourly" currency="EUR">15.20</Amount></Rates>
<StaffingShift shiftPeriod="weekly"><Hours>24</Hours></StaffingShift>
<WorkSite><WorkSiteName>Voorbeeld Vers BV</WorkSiteName><PostalAddress><CountryCode>NL</CountryCode>
<PostalCode>9999 ZZ</PostalCode><Municipality>Voorbeeldstad</Municipality></PostalAddress></WorkSite>
</StaffingPosition>
<UserArea><setu:StaffingOrderAdditionalNL><setu:StructuredXMLResume>
<EducationHistory><SchoolOrInstitution><Degree><DegreeName>mbo-2</DegreeName></Degree></SchoolOrInstitution>
</EducationHistory>
<Qualifications><Competency name="scanner" description="Je werkt met een handscanner."/></Qualifications>
</setu:StructuredXMLResume></setu:StaffingOrderAdditionalNL></UserArea>
</StaffingOrder>"""

HR_OPEN = {
    "documentId": {"value": "DOC-1"},
    "statusCode": "Open",
    "positionProfiles": [
        {
            "positionId": {"value": 31539, "schemeId": "Voorbeeldsysteem"},
            "profileName": "Job Posting",
            "postingInstructions": [
                {
                    "start": "2026-11-16",
                    "end": "2026-12-31",
                    "applicationMethods": [
                        {
                            "personContact": {"name": {"given": "Jan", "family": "Voorbeeld"}},
                            "applicationUri": {"url": "https://werk.example/31539"},
                        }
                    ],
                }
            ],
            "positionTitle": "Orderpicker",
            "positionLocation": [{"city": "Voorbeeldstad", "postalCode": "9999 ZZ", "countryCode": "NL"}],
            "positionOrganizations": [
                {"name": "Magazijn", "responsibilityCode": "Department"},
                {"name": "Voorbeeld Vers BV", "responsibilityCode": "Employer"},
            ],
            "positionFormattedDescriptions": [{"title": "Het werk", "content": "<p>Je verzamelt orders.</p>"}],
            "positionScheduleTypeCodes": ["PartTime"],
            "offeredRemunerationPackage": {
                "ranges": [
                    {"typeCode": "Minimum BasePay", "intervalCode": "Hour", "referenceAmount": {"value": 15.2}},
                    {"typeCode": "Maximum BasePay", "intervalCode": "Hour", "referenceAmount": {"value": 16}},
                ]
            },
        }
    ],
}
