import sys,json,re
f,pat=sys.argv[1],re.compile(sys.argv[2],re.I); ids=sys.argv[3].split(',')
for l in open(f'/tmp/text/sets/{f}.jsonl'):
    r=json.loads(l)
    if r['id'].split('-')[-1] in ids or ids==['all']:
        print(r['id'],r['title'])
        for s in re.split(r'\n|(?<=[.!?]) ',r['text']):
            if pat.search(s): print('    ',s)
