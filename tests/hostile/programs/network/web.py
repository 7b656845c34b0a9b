# MUST: refused; a page of the web
import urllib.request
print("ESCAPED", urllib.request.urlopen("http://127.0.0.1:@@TCP@@/", timeout=2).read())
