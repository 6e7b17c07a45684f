<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- xhtml-blocks.xsl: blocks, inlines and notes of an EPUB; included by report-to-xhtml.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:s="urn:rapporteur:siblings:1"
    xmlns:a="urn:rapporteur:short-forms:1"
    xmlns:t="urn:rapporteur:spaces:1"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="r s a t">

  <!-- id, language and direction of the source element. -->
  <xsl:template name="common">
    <xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
    <xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if>
  </xsl:template>

  <xsl:template name="language">
    <xsl:variable name="other"><xsl:call-template name="other-language"/></xsl:variable>
    <xsl:if test="$other != ''">
      <xsl:attribute name="xml:lang"><xsl:value-of select="$other"/></xsl:attribute>
      <xsl:attribute name="lang"><xsl:value-of select="$other"/></xsl:attribute>
      <xsl:attribute name="dir"><xsl:call-template name="direction"><xsl:with-param name="code" select="$other"/></xsl:call-template></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- ==== title page ==== -->
  <xsl:template match="r:head">
    <section epub:type="titlepage" class="titlepage">
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>

  <!-- On a page that reads from the right, a date or symbol in Latin letters keeps its own order. -->
  <xsl:template match="r:head/*">
    <p class="{local-name()}">
      <xsl:call-template name="common"/>
      <xsl:choose>
        <xsl:when test="$dir = 'rtl'"><bdi><xsl:apply-templates/></bdi></xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template match="r:title" priority="2">
    <xsl:choose>
      <xsl:when test="preceding-sibling::r:title[1]">
        <p class="title"><xsl:call-template name="common"/><xsl:apply-templates/></p>
      </xsl:when>
      <xsl:otherwise>
        <h1 class="title"><xsl:call-template name="common"/><xsl:apply-templates/></h1>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:subtitle | r:kindLine | r:field | r:adoption | r:chapeau | r:speaker">
    <p class="{local-name()}"><xsl:call-template name="common"/><xsl:apply-templates/></p>
  </xsl:template>

  <!-- ==== parts ==== -->
  <xsl:template match="r:front">
    <xsl:variable name="type">
      <xsl:choose>
        <xsl:when test="@kind = 'summary'">abstract</xsl:when>
        <xsl:when test="@kind = 'foreword'">foreword</xsl:when>
        <xsl:otherwise>preface</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <section epub:type="{$type}" role="doc-{$type}">
      <xsl:call-template name="common"/>
      <xsl:if test="not(r:heading)">
        <xsl:attribute name="aria-label"><xsl:apply-templates select="." mode="label"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="breaks-before"/>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>

  <xsl:template match="r:annex">
    <section epub:type="appendix" role="doc-appendix">
      <xsl:call-template name="common"/>
      <xsl:attribute name="aria-label"><xsl:apply-templates select="." mode="label"/></xsl:attribute>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>

  <xsl:template match="r:label">
    <h1 class="label"><xsl:call-template name="common"/><xsl:apply-templates/></h1>
  </xsl:template>

  <xsl:template match="r:annex/r:title[../r:label]" priority="3">
    <h2 class="title"><xsl:call-template name="common"/><xsl:apply-templates/></h2>
  </xsl:template>

  <xsl:template match="r:contents">
    <section class="contents">
      <xsl:call-template name="common"/>
      <xsl:if test="parent::r:report"><xsl:call-template name="breaks-before"/></xsl:if>
      <xsl:apply-templates select="*"/>
    </section>
  </xsl:template>

  <xsl:template match="r:entry">
    <p class="entry level{@level}">
      <xsl:call-template name="common"/>
      <xsl:choose>
        <xsl:when test="starts-with(@href, '#') and key('id', substring(@href, 2))">
          <xsl:call-template name="anchor">
            <xsl:with-param name="to"><xsl:call-template name="local-address"/></xsl:with-param>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template match="r:section">
    <section>
      <xsl:if test="parent::r:body">
        <xsl:attribute name="epub:type">chapter</xsl:attribute>
        <xsl:attribute name="role">doc-chapter</xsl:attribute>
        <xsl:if test="not(r:heading)">
          <xsl:attribute name="aria-label">
            <xsl:value-of select="r:num"/>
            <xsl:if test="not(r:num)"><xsl:value-of select="$title"/></xsl:if>
          </xsl:attribute>
        </xsl:if>
      </xsl:if>
      <xsl:call-template name="common"/>
      <xsl:if test="r:num and not(r:heading)"><p class="num"><xsl:apply-templates select="r:num/node()"/></p></xsl:if>
      <xsl:apply-templates select="*[not(self::r:num)]"/>
    </section>
  </xsl:template>

  <!-- Heading level: one for each section or annex around it, h6 at most. -->
  <xsl:template match="r:heading">
    <xsl:variable name="depth" select="count(ancestor::r:section | ancestor::r:annex | ancestor::r:box | ancestor::r:quote
        | ancestor::r:vote | ancestor::r:front | ancestor::r:contents)"/>
    <xsl:variable name="level">
      <xsl:choose>
        <xsl:when test="$depth &gt; 6">6</xsl:when>
        <xsl:when test="$depth &lt; 1">1</xsl:when>
        <xsl:otherwise><xsl:value-of select="$depth"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="h{$level}">
      <xsl:if test="parent::r:section and ../r:num"><xsl:attribute name="class">hung</xsl:attribute></xsl:if>
      <xsl:call-template name="common"/>
      <xsl:if test="parent::r:section and ../r:num">
        <span class="num"><xsl:apply-templates select="../r:num/node()"/></span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="r:vote/r:heading">
    <p class="votes"><xsl:call-template name="common"/><xsl:apply-templates/></p>
  </xsl:template>

  <!-- ==== blocks ==== -->
  <xsl:template match="r:p">
    <p>
      <xsl:call-template name="common"/>
      <xsl:call-template name="leading-number"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- The words a clause begins with are set apart, and the word before the name of one who signs. -->
  <xsl:template match="r:clause/r:p/text()[not(preceding-sibling::node())] | r:para[@kind = 'operative']/r:p/text()[not(preceding-sibling::node())]">
    <xsl:variable name="lead"><xsl:call-template name="lead"/></xsl:variable>
    <xsl:if test="$lead != ''"><i class="lead"><xsl:value-of select="$lead"/></i></xsl:if>
    <xsl:call-template name="text-behind"><xsl:with-param name="skip" select="string-length($lead)"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="r:signature/r:p/text()[not(preceding-sibling::node())]">
    <xsl:variable name="signed"><xsl:call-template name="signed"/></xsl:variable>
    <xsl:if test="$signed != ''">(<i class="signed"><xsl:value-of select="$signed"/></i>)</xsl:if>
    <xsl:call-template name="text-behind"><xsl:with-param name="skip" select="(string-length($signed) + 2) * ($signed != '')"/></xsl:call-template>
  </xsl:template>

  <!-- The number of a paragraph or item runs into its first line of text. -->
  <xsl:template name="leading-number">
    <xsl:if test="(parent::r:para or parent::r:item or parent::r:clause) and preceding-sibling::*[1]/self::r:num">
      <span class="num"><xsl:apply-templates select="../r:num/node()"/></span>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="lone-number">
    <xsl:if test="r:num and not(r:num/following-sibling::*[1]/self::r:p)">
      <p><span class="num"><xsl:apply-templates select="r:num/node()"/></span></p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:para | r:clause">
    <div class="{local-name()}">
      <xsl:call-template name="common"/>
      <xsl:call-template name="lone-number"/>
      <xsl:apply-templates select="*[not(self::r:num)]"/>
    </div>
  </xsl:template>

  <xsl:template match="r:list">
    <xsl:if test="r:item">
      <ul class="list {@type}">
        <xsl:call-template name="common"/>
        <xsl:apply-templates select="r:item"/>
      </ul>
    </xsl:if>
    <xsl:if test="not(r:item)"><xsl:apply-templates select="r:pagebreak"/></xsl:if>
  </xsl:template>

  <xsl:template match="r:item">
    <li>
      <xsl:if test="r:num"><xsl:attribute name="class">hung</xsl:attribute></xsl:if>
      <xsl:call-template name="common"/>
      <xsl:call-template name="breaks-before"/>
      <xsl:call-template name="lone-number"/>
      <xsl:apply-templates select="*[not(self::r:num)]"/>
      <xsl:call-template name="breaks-after"/>
    </li>
  </xsl:template>

  <xsl:template match="r:quote">
    <blockquote><xsl:call-template name="common"/><xsl:apply-templates select="*"/></blockquote>
  </xsl:template>

  <xsl:template match="r:box | r:signature | r:preamble | r:vote | r:speech">
    <div class="{local-name()}"><xsl:call-template name="common"/><xsl:apply-templates select="*"/></div>
  </xsl:template>

  <xsl:template match="r:rule"><hr><xsl:call-template name="common"/></hr></xsl:template>

  <xsl:template match="r:table">
    <div class="table">
      <xsl:call-template name="common"/>
      <xsl:choose>
        <xsl:when test="r:row/r:cell">
          <table>
            <xsl:if test="r:caption"><caption><xsl:apply-templates select="r:caption"/></caption></xsl:if>
            <xsl:variable name="body"><xsl:for-each select="r:row[not(@head = 'true')][1]"><xsl:value-of select="s:place()"/></xsl:for-each></xsl:variable>
            <xsl:variable name="heads" select="r:row[@head = 'true'][r:cell][$body = '' or s:place() &lt; $body]"/>
            <xsl:variable name="rows" select="r:row[r:cell][not(@head = 'true') or s:place() &gt; $body]"/>
            <xsl:variable name="figures" select="$rows[not(@head = 'true')][not(r:cell/@colspan)][count(r:cell) &gt;= count($heads[last()]/r:cell)][1]"/>
            <xsl:if test="$heads"><thead><xsl:apply-templates select="$heads"><xsl:with-param name="figures" select="$figures"/></xsl:apply-templates></thead></xsl:if>
            <xsl:if test="$rows"><tbody><xsl:apply-templates select="$rows"><xsl:with-param name="figures" select="$figures"/></xsl:apply-templates></tbody></xsl:if>
          </table>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="r:caption | r:pagebreak"/></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <xsl:template match="r:caption">
    <p class="caption"><xsl:call-template name="common"/><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="r:row">
    <xsl:param name="figures"/>
    <tr><xsl:call-template name="common"/><xsl:apply-templates select="r:cell"><xsl:with-param name="figures" select="$figures"/></xsl:apply-templates></tr>
  </xsl:template>

  <xsl:template match="r:cell">
    <xsl:param name="figures"/>
    <!-- a heading that says nothing heads nothing -->
    <xsl:variable name="is-head" select="(@head = 'true' or ../@head = 'true') and normalize-space() != ''"/>
    <xsl:variable name="name">
      <xsl:choose><xsl:when test="$is-head">th</xsl:when><xsl:otherwise>td</xsl:otherwise></xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}">
      <xsl:if test="$is-head">
        <xsl:attribute name="scope">
          <xsl:choose>
            <xsl:when test="../@head = 'true' and @colspan &gt; 1">colgroup</xsl:when>
            <xsl:when test="../@head = 'true'">col</xsl:when>
            <xsl:otherwise>row</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </xsl:if>
      <xsl:variable name="align"><xsl:call-template name="align"><xsl:with-param name="figures" select="$figures"/></xsl:call-template></xsl:variable>
      <xsl:if test="$align != ''"><xsl:attribute name="class"><xsl:value-of select="$align"/></xsl:attribute></xsl:if>
      <xsl:if test="@colspan &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
      <xsl:if test="@rowspan &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="@rowspan"/></xsl:attribute></xsl:if>
      <xsl:call-template name="common"/>
      <xsl:if test="not(preceding-sibling::*[1])">
        <xsl:for-each select=".."><xsl:call-template name="breaks-before"/></xsl:for-each>
      </xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="not(following-sibling::*[1])">
        <xsl:for-each select=".."><xsl:call-template name="breaks-after"/></xsl:for-each>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="r:figure">
    <figure>
      <xsl:call-template name="common"/>
      <xsl:if test="@src">
        <img src="{@src}" alt="{@alt}">
          <xsl:if test="not(@alt)"><xsl:attribute name="alt"><xsl:call-template name="plain"><xsl:with-param name="node" select="r:caption"/></xsl:call-template></xsl:attribute></xsl:if>
        </img>
      </xsl:if>
      <xsl:if test="r:caption"><figcaption><xsl:apply-templates select="r:caption"/></figcaption></xsl:if>
    </figure>
  </xsl:template>

  <!-- ==== inlines ==== -->
  <xsl:template name="note-id">
    <xsl:choose>
      <xsl:when test="@xml:id"><xsl:value-of select="@xml:id"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('note--', s:rank())"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="note-mark">
    <xsl:value-of select="@mark"/>
    <xsl:if test="not(@mark) or @mark = ''">*</xsl:if>
  </xsl:template>

  <xsl:template match="r:note">
    <xsl:variable name="id"><xsl:call-template name="note-id"/></xsl:variable>
    <a epub:type="noteref" role="doc-noteref" class="noteref" id="ref-{$id}" href="#{$id}"><xsl:call-template name="note-mark"/></a>
  </xsl:template>

  <!-- A call whose note is not known leads nowhere. -->
  <xsl:template match="r:note[not(*)]">
    <sup class="noteref"><xsl:attribute name="id"><xsl:call-template name="note-id"/></xsl:attribute><xsl:call-template name="note-mark"/></sup>
  </xsl:template>

  <xsl:template match="r:note" mode="aside">
    <xsl:variable name="id"><xsl:call-template name="note-id"/></xsl:variable>
    <aside epub:type="footnote" role="doc-footnote" id="{$id}">
      <xsl:call-template name="language"/>
      <p>
        <a class="backlink" role="doc-backlink" href="#ref-{$id}"><xsl:call-template name="note-mark"/></a>
        <xsl:if test="*[1][self::r:p]">
          <xsl:text> </xsl:text>
          <xsl:apply-templates select="r:p[1]/node()"/>
        </xsl:if>
      </p>
      <xsl:apply-templates select="*[position() &gt; 1 or not(self::r:p)]"/>
    </aside>
  </xsl:template>

  <!-- "file#id" of what a local link names; the file alone is enough within it. -->
  <xsl:template name="local-address">
    <xsl:variable name="target" select="key('id', substring(@href, 2))[1]"/>
    <xsl:apply-templates select="$target" mode="file"/>
    <!-- numbers, parts of notes and the like have no element of their own in the book -->
    <xsl:variable name="shown" select="$target/ancestor-or-self::*[@xml:id][not(self::r:num or self::r:head or self::r:body
        or self::r:report or self::r:list[not(r:item)] or self::r:row[not(r:cell)])][not(ancestor::r:note)][1]"/>
    <xsl:if test="$shown"><xsl:value-of select="concat('#', $shown/@xml:id)"/></xsl:if>
  </xsl:template>

  <xsl:template match="r:ref | r:link">
    <xsl:variable name="to">
      <xsl:choose>
        <xsl:when test="not(starts-with(@href, '#'))"><xsl:call-template name="address"/></xsl:when>
        <xsl:when test="key('id', substring(@href, 2))"><xsl:call-template name="local-address"/></xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$to = '' or not(starts-with(@href, '#') or starts-with($to, 'http://') or starts-with($to, 'https://')
          or starts-with($to, 'mailto:'))">
        <span><xsl:call-template name="common"/><xsl:apply-templates/></span>
      </xsl:when>
      <xsl:when test="*">
        <span><xsl:call-template name="common"/><xsl:call-template name="anchor"><xsl:with-param name="to" select="$to"/></xsl:call-template></span>
      </xsl:when>
      <xsl:otherwise><a href="{$to}"><xsl:call-template name="common"/><xsl:apply-templates/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The content as a link; what links itself (a note's call, another reference) stands between. -->
  <xsl:template name="anchor">
    <xsl:param name="to"/>
    <xsl:for-each select="node()">
      <xsl:choose>
        <xsl:when test="descendant-or-self::*[self::r:note or self::r:ref or self::r:link]"><xsl:apply-templates select="."/></xsl:when>
        <xsl:otherwise><a href="{$to}"><xsl:apply-templates select="."/></a></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- marks that the language sets off by a space at which no line may end -->
  <xsl:variable name="marks-before"><xsl:for-each select="$lists[@key = 'space-before']/w"><xsl:value-of select="."/></xsl:for-each></xsl:variable>
  <xsl:variable name="marks-after"><xsl:for-each select="$lists[@key = 'space-after']/w"><xsl:value-of select="."/></xsl:for-each></xsl:variable>
  <xsl:variable name="space-before" select="string($marks-before)"/>
  <xsl:variable name="space-after" select="string($marks-after)"/>
  <xsl:template match="text()"><xsl:apply-templates select="a:split($short-forms)" mode="short"/></xsl:template>
  <xsl:template match="text()" mode="short">
    <xsl:param name="skip" select="0"/>
    <xsl:value-of select="t:fixed(substring(., 1 + $skip), $space-before, $space-after)"/>
  </xsl:template>
  <xsl:template match="short" mode="short"><abbr title="{@full}"><xsl:value-of select="."/></abbr></xsl:template>

  <xsl:template match="r:emph"><em><xsl:call-template name="common"/><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="r:strong"><strong><xsl:call-template name="common"/><xsl:apply-templates/></strong></xsl:template>
  <xsl:template match="r:sup"><sup><xsl:call-template name="common"/><xsl:apply-templates/></sup></xsl:template>
  <xsl:template match="r:sub"><sub><xsl:call-template name="common"/><xsl:apply-templates/></sub></xsl:template>

  <xsl:template match="r:draft | r:placeholder">
    <span class="{local-name()}"><xsl:call-template name="common"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="r:pagebreak" priority="4">
    <xsl:choose>
      <xsl:when test="@n != ''">
        <span epub:type="pagebreak" role="doc-pagebreak" aria-label="{@n}"><xsl:call-template name="common"/></span>
      </xsl:when>
      <xsl:when test="@xml:id"><span id="{@xml:id}"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Breaks between items or rows have no place of their own: they open the next or close the last. -->
  <xsl:key name="breaks" match="r:pagebreak" use="generate-id(s:past())"/>

  <xsl:template name="breaks-before">
    <xsl:if test="preceding-sibling::*[1]/self::r:pagebreak">
      <xsl:apply-templates select="key('breaks', generate-id())"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="breaks-after">
    <xsl:if test="not(following-sibling::*[1]/self::*[not(self::r:pagebreak) or s:past()])">
      <xsl:apply-templates select="following-sibling::r:pagebreak"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
