namespace DownPage.StandAlone.Tests.Markup;

/// <summary>Documents that a careless writer changes.</summary>
internal static class AwkwardDocuments
{
    public static readonly string[] All =
    [
        "",
        "text alone",
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A &amp; B</title></head><body><p>x</body></html>",
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\"><p>quirks</p>",
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"><p>",
        "<!DOCTYPE html SYSTEM \"about:legacy-compat\"><p>standards</p>",
        "<!DOCTYPE html SYSTEM 'a\"b'><p>standards</p>",
        "<!DOCTYPE html bogus><p>quirks by a malformed declaration</p>",
        "<!DOCTYPE><p>nameless</p>",
        "<!DOCTYPE svg><p>another name</p>",
        "<!-- before --><!doctype html><!-- between --><html><!-- in html --><head></head><body>x</body></html><!-- after -->",
        "<!doctype html><body>x</body><!-- in html, after body --></html>",
        "<!doctype html><body>x</body></html><!--! a licence, after html -->",
        "<!doctype html><body>x<!--! a licence, last in body --></body></html>",
        "<!doctype html><pre>\n\nA line break that counts</pre><textarea>\n\n x </textarea><listing>\n\n y</listing>",
        "<!doctype html><pre><!-- gone -->\nbehind a comment</pre>",
        "<!doctype html><pre>  a\t b\n\n <b>  c  </b>  </pre>  text  \n  text ",
        "<!doctype html><pre>\n</pre><textarea></textarea>",
        "<!doctype html><script>if (a < b && c > d) { x = '<\\/script>'; } // <!-- </script><p>y",
        "<!doctype html><script><!-- <script> x </script> --></script><p>y",
        "<!doctype html><script type=application/ld+json>{ \"a\":  \"b & c\" }</script>",
        "<!doctype html><style>a::before { content: '<b> &amp;  >' }\n\n\n</style><p>x",
        "<!doctype html><iframe srcdoc='<p>&amp;quot; &quot;'> raw  <b> &amp; text</iframe><noembed>  <i></noembed>x",
        "<!doctype html><noframes><p>  raw </noframes><xmp>  <b>  &amp; </xmp>x",
        "<!doctype html><head><noscript><link rel=stylesheet href=a.css><style>a  {}</style></noscript></head><body>x",
        "<!doctype html><body><noscript><p>No  script</p>  <img alt=x src=y></noscript>x",
        "<!doctype html><template><p>a  b</p><!-- kept -->  <tr><td>  cell</template>after",
        "<!doctype html><div> a <template shadowrootmode=open><p>  x  </p><!-- y --><slot></slot></template> b </div>",
        "<!doctype html><template><div><template shadowrootmode=closed>x</template></div></template>y",
        "<!doctype html><p>&nbsp;&lt;b&gt; &amp;amp; &amp;copy &copy=1 &#13; &#x1F600; a&b &;&#; &AMP</p>",
        "<!doctype html><a title='\"both\" &#39;quotes&#39;' href='?a=1&amp;copy=2&lt=3&x'>x</a>",
        "<!doctype html><a title='<b>' data-x=\"it's\" data-y='say \"x\"' data-z='a=b' data-q='`' data-e=''>x</a>",
        "<!doctype html><a href=/folder/>x</a><a href=/ title=/>y</a><a href=a&#13;b>z</a><a title='a\u00A0b'>w</a>",
        "<!doctype html><a title=' edges '>x</a><a title='line\nbreak'>y</a><a title='tab\t'>y</a>",
        "<!doctype html><a b=1 b:c=2 @click=x :y=z on-x #d (e)=1 [f]=2 a\"b=3 c<d=4>x</a>",
        "<!doctype html><input disabled><input disabled=disabled><input checked value=''><br/><hr><wbr><img src=x alt>",
        "<!doctype html><svg viewBox='0 0 1 1'><linearGradient id=g /><path d=M0,0 /><path d='M0 0'/><g></g><use xlink:href=#a />"
            + "<foreignObject><p>x<br>y</p><div></div></foreignObject><title>  t  </title><style>a > b &amp; {}</style>"
            + "<script>a &lt; b</script><text xml:space=preserve>  a   b </text><![CDATA[ x < y ]]></svg>after",
        "<!doctype html><svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
            + "<a xlink:title=x /></svg>",
        "<!doctype html><math><mi>x</mi><mspace width=1em /><annotation-xml encoding=text/html><p>x</annotation-xml></math>",
        "<!doctype html><table> <caption> c </caption> <tr> <td> a <td> b </table><select> <option> a <option> b </select>",
        "<!doctype html><ul>\n  <li>a\n  <li>b <!-- c --> d\n</ul>\n\n\n<p>\n x   <b>  y  </b>  <i> </i>\n</p>",
        "<!doctype html><p>form\ffeed \f x</p><p>\u3000ideographic \u2003 em</p><p>漢字\n   漢字</p>",
        "<!doctype html><!--[if IE]><p>IE<![endif]--><!--# include file=\"x\" --><?php x ?><p>x",
        "<!doctype html><a title=\"x\" title=\"y\">dup</a></p></br></div>",
        "<!doctype html><b><p>misnested</b> text</p><i>a<div>b</i>c</div>",
        "<!doctype html><x-y z></x-y><ns:tag a:b=c>x</ns:tag><center><font color=red>old</font></center>",
        "<html><frameset rows='1,2'><frame src=a> <frame src=b></frameset><noframes> x </noframes></html>",
        "<!doctype html>\n<html>\n<head>\n  <title>  a\n b  </title>\n  <meta name=a content='b  c'>\n</head>\n"
            + "<body>\n  x\n</body>\n</html>\n",
        "<!doctype html><html lang=en><body class='a  b' onload='f( 1,  2 )'>\r\nCR LF\r\n\r\n<p>x\r</p>",
    ];
}
