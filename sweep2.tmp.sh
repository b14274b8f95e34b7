# usage: sweep.tmp.sh VAR=val ...   prints all-lines
env "$@" npx tsx dev.tmp.ts test/gold/independent.jsonl test/gold/questions.jsonl /tmp/goldwork/h4.jsonl  2>/dev/null | grep -E '^(topic|para|acron|all|unans|figure|list|comp|follow|typo)' | awk -v n="$*" '{printf "%s %s ",substr($1,1,4),$3; if($1=="all") print "P",$6,"R",$5," <",n}'
