<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!--
  common.xsl: what the stylesheets share: values of the head, addresses of
  documents, numbers without their punctuation.  No xsl:strip-space here or in any sheet: it
  would edit the source tree that other outputs are made from.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:set="urn:rapporteur:settings:1"
    xmlns:a="urn:rapporteur:short-forms:1"
    exclude-result-prefixes="r set a">

  <!--
    A parameter with set:takes may be given with "set KEY=VALUE".  It lists the values, or says of
    what kind they are: {date}, {name}, {text}, or {paper}: a page of the style.
  -->
  <!-- Values for what the document does not say itself. -->
  <xsl:param name="symbol" set:takes="{text}"/>
  <xsl:param name="date" set:takes="{date}"/>

  <xsl:variable name="report" select="/r:report"/>
  <xsl:variable name="head" select="/r:report/r:head"/>

  <xsl:variable name="lang">
    <xsl:choose>
      <xsl:when test="$report/@xml:lang"><xsl:value-of select="$report/@xml:lang"/></xsl:when>
      <xsl:when test="$head/@lang"><xsl:value-of select="$head/@lang"/></xsl:when>
      <xsl:when test="$head/r:language/@code"><xsl:value-of select="$head/r:language/@code"/></xsl:when>
      <xsl:otherwise>und</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!--
    The language of an element that has another than what it stands in: a label of the report in an annex of
    another language is in the report's again.
  -->
  <xsl:template name="other-language">
    <xsl:if test="@xml:lang != ancestor::*[@xml:lang][1]/@xml:lang or (@xml:lang != $lang and not(ancestor::*[@xml:lang]))">
      <xsl:value-of select="@xml:lang"/>
    </xsl:if>
  </xsl:template>

  <!-- lists of words in the language of the report; among them words like "art.", and what they are short for -->
  <xsl:variable name="term-file" select="document(concat('terms/', substring($lang, 1, 2), '.xml'))/terms"/>
  <xsl:variable name="lists" select="$term-file/list"/>
  <xsl:variable name="short-forms" select="$lists[@key = 'short-form']/w"/>

  <xsl:variable name="the-symbol">
    <xsl:choose>
      <xsl:when test="$head/@symbol"><xsl:value-of select="$head/@symbol"/></xsl:when>
      <xsl:when test="$head/r:symbol/@value"><xsl:value-of select="$head/r:symbol/@value"/></xsl:when>
      <xsl:when test="$symbol != ''"><xsl:value-of select="$symbol"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(normalize-space($head/r:symbol[1]/text()[1]), ' *', '')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="the-date">
    <xsl:choose>
      <xsl:when test="$head/@date"><xsl:value-of select="$head/@date"/></xsl:when>
      <xsl:when test="$head/r:date/@iso"><xsl:value-of select="$head/r:date/@iso"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$date"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- The text of a node without its notes, blanks folded. -->
  <xsl:template name="plain">
    <xsl:param name="node" select="."/>
    <xsl:variable name="all">
      <xsl:for-each select="$node//text()[not(ancestor::r:note)]"><xsl:value-of select="."/></xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="normalize-space($all)"/>
  </xsl:template>

  <!-- Signs around or between the letters and digits of a number. -->
  <xsl:variable name="no-number"> ()[]{}&lt;&gt;:;,،؛、。．（）：*•"'“”«»°ºª&#x2018;&#x2019;&#xA0;&#x200E;&#x200F;&amp;#?!%+=@|\~^</xsl:variable>

  <!-- "(a)" gives "a", "11.2" gives "11-2", "I." gives "I": a number fit for an identifier. -->
  <xsl:template name="bare-number">
    <xsl:param name="num" select="r:num//text()[not(ancestor::r:note)]"/>
    <xsl:variable name="one" select="translate(normalize-space($num), '.·/–—', '-----')"/>
    <xsl:variable name="two" select="translate($one, $no-number, '')"/>
    <xsl:call-template name="trim-dashes"><xsl:with-param name="s" select="$two"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="trim-dashes">
    <xsl:param name="s"/>
    <xsl:choose>
      <xsl:when test="starts-with($s, '-')">
        <xsl:call-template name="trim-dashes"><xsl:with-param name="s" select="substring($s, 2)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$s != '' and substring($s, string-length($s)) = '-'">
        <xsl:call-template name="trim-dashes">
          <xsl:with-param name="s" select="substring($s, 1, string-length($s) - 1)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$s"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!--
    The words a clause begins with, as far as the language's lists know them: a verb, and what goes on with it:
    "Recalling also", "Also recalling", "Noting with concern".
  -->
  <xsl:template name="lead">
    <xsl:param name="text" select="string()"/>
    <xsl:variable name="key" select="substring('preambularoperative', 1 + 10 * boolean(ancestor::r:para), 10)"/>
    <xsl:variable name="first">
      <xsl:for-each select="$lists[@key = $key]/w[starts-with($text, .)]">
        <xsl:sort select="string-length(.)" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:value-of select="$first"/>
    <xsl:if test="$first != ''">
      <xsl:call-template name="lead-on">
        <xsl:with-param name="text" select="substring($text, string-length($first) + 1)"/>
        <xsl:with-param name="words" select="$lists[@key = $key]/w[. != $first] | $lists[@key = 'clause-on']/w"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Within a clause the verbs of the list have no capital. -->
  <xsl:template name="lead-on">
    <xsl:param name="text"/>
    <xsl:param name="words"/>
    <xsl:variable name="on" select="translate(substring($text, 2), ',;&#xA0;', '   ')"/>
    <xsl:variable name="next">
      <xsl:if test="translate(substring($text, 1, 1), '&#xA0;', ' ') = ' '">
        <xsl:for-each select="$words[starts-with(concat($on, ' '), concat(translate(substring(., 1, 1), $capitals, $smalls), substring(., 2), ' '))]">
          <xsl:sort select="string-length(.)" data-type="number" order="descending"/>
          <xsl:if test="position() = 1"><xsl:value-of select="string-length(.)"/></xsl:if>
        </xsl:for-each>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="$next != ''">
      <xsl:value-of select="substring($text, 1, 1 + $next)"/>
      <xsl:call-template name="lead-on">
        <xsl:with-param name="text" select="substring($text, 2 + $next)"/>
        <xsl:with-param name="words" select="$words"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <!-- letters of the languages of the terms that have a case -->
  <xsl:variable name="capitals">ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÇÈÉÊËÍÎÏÑÓÔÖÙÚÛÜАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ</xsl:variable>
  <xsl:variable name="smalls">abcdefghijklmnopqrstuvwxyzàáâçèéêëíîïñóôöùúûüабвгдежзийклмнопрстуфхцчшщъыьэюя</xsl:variable>

  <!-- The word in brackets that a signature begins with: "Signed". -->
  <xsl:template name="signed">
    <xsl:variable name="text" select="string()"/>
    <xsl:for-each select="$lists[@key = 'signed']/w[starts-with(., '(')][starts-with($text, .)][1]">
      <xsl:value-of select="translate(., '()', '')"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The text behind so many letters, which are set already; its short forms as in any text. -->
  <xsl:template name="text-behind">
    <xsl:param name="skip"/>
    <xsl:for-each select="a:split($short-forms)">
      <xsl:apply-templates select="." mode="short"><xsl:with-param name="skip" select="$skip * (position() = 1)"/></xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <!-- Where a r:ref or r:link leads outside: its address, or that of the document symbol. -->
  <xsl:template name="address">
    <xsl:choose>
      <xsl:when test="@href"><xsl:value-of select="translate(normalize-space(@href), ' ', '')"/></xsl:when>
      <xsl:when test="@symbol"><xsl:call-template name="document-address"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="document-address">
    <xsl:param name="symbol" select="@symbol"/>
    <xsl:text>https://docs.un.org/</xsl:text>
    <xsl:value-of select="substring($lang, 1, 2)"/>
    <xsl:text>/</xsl:text>
    <xsl:value-of select="translate($symbol, ' *', '')"/>
  </xsl:template>

  <!-- How a cell stands in its column, if not at its start; figures are the first row below the headings. -->
  <xsl:template name="align">
    <xsl:param name="figures"/>
    <xsl:variable name="head" select="../@head = 'true'"/>
    <xsl:choose>
      <xsl:when test="@align"><xsl:value-of select="@align"/></xsl:when>
      <xsl:when test="$head and not(../r:cell/@colspan)"><xsl:call-template name="align-below"><xsl:with-param name="figures" select="$figures"/></xsl:call-template></xsl:when>
      <xsl:when test="not($head)"><xsl:call-template name="align-of-figures"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Figures stand at the end of their column, the first column apart. -->
  <xsl:template name="align-of-figures">
    <xsl:variable name="words"><xsl:call-template name="plain"/></xsl:variable>
    <xsl:if test="preceding-sibling::r:cell[1] and $words != '' and translate($words, '0123456789 .,%()–—-+…&#xA0;', '') = ''">end</xsl:if>
  </xsl:template>

  <!-- A column heading stands as the first figures of the table; columns are counted from the last,
       as headings that span rows come first. -->
  <xsl:template name="align-below">
    <xsl:param name="figures"/>
    <xsl:variable name="behind" select="count(following-sibling::r:cell)"/>
    <xsl:for-each select="$figures/r:cell[position() = last() - $behind]">
      <xsl:value-of select="@align"/>
      <xsl:if test="not(@align)"><xsl:call-template name="align-of-figures"/></xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
