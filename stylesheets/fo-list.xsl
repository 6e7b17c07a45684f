<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- fo-list.xsl: lists, and contents as the draft printed them. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:rx="urn:rapporteur:fo:1"
    exclude-result-prefixes="r">

  <!-- Letters and numerals stand in the first line, further lines run back below them. -->
  <xsl:template match="r:list">
    <fo:block role="L"><xsl:call-template name="common"/><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- How deep the list is below the last bullet, which sets its own indent.  Letters stand over the
       numerals below them, but not under the figures of an agenda. -->
  <xsl:template name="item-set">
    <xsl:variable name="deep" select="count(ancestor::r:list) - count(ancestor::r:list[@type = 'bullet' or @type = 'dash'][1]/ancestor-or-self::r:list)"/>
    <xsl:choose>
      <xsl:when test="not(r:num)">item-plain</xsl:when>
      <xsl:when test="$deep &lt; 2">item1</xsl:when>
      <xsl:when test="$deep = 2 and not(ancestor::r:list[2][@type = 'arabic'])">item2</xsl:when>
      <xsl:otherwise>item3</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="r:item">
    <xsl:variable name="chosen"><xsl:call-template name="item-set"/></xsl:variable>
    <xsl:variable name="name" select="string($chosen)"/>
    <xsl:variable name="set" select="$S/*[name() = $name]"/>
    <xsl:variable name="first" select="*[not(self::r:num)][1][self::r:p]"/>
    <xsl:variable name="rest" select="*[not(self::r:num)][generate-id() != generate-id($first)]"/>
    <fo:block role="LI">
      <xsl:call-template name="common"/>
      <fo:block role="NonStruct">
        <xsl:call-template name="dress"><xsl:with-param name="set" select="$set"/></xsl:call-template>
        <xsl:if test="not($first)"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
        <xsl:if test="r:num">
          <fo:inline role="Lbl">
            <xsl:apply-templates select="r:num/node()"/>
            <xsl:if test="$first"><xsl:call-template name="tab"><xsl:with-param name="set" select="$set"/></xsl:call-template></xsl:if>
          </fo:inline>
        </xsl:if>
        <xsl:if test="$first"><fo:inline role="LBody"><xsl:apply-templates select="$first/node()"/></fo:inline></xsl:if>
      </fo:block>
      <xsl:if test="$rest"><fo:block role="LBody"><xsl:apply-templates select="$rest"/></fo:block></xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:item/r:p">
    <xsl:call-template name="paragraph"><xsl:with-param name="set" select="$S/item-plain"/></xsl:call-template>
  </xsl:template>

  <!-- Bullets and dashes hang before the text. -->
  <xsl:template match="r:list[@type = 'bullet' or @type = 'dash']">
    <xsl:variable name="set" select="$S/*[name() = current()/@type]"/>
    <xsl:variable name="outer" select="ancestor::r:list[1][not(@type = 'bullet' or @type = 'dash')]"/>
    <xsl:variable name="in-list" select="ancestor::r:list[1][@type = 'bullet' or @type = 'dash']"/>
    <xsl:variable name="start"><xsl:call-template name="start-margin"/></xsl:variable>
    <!-- arrows, ticks and the like are as wide as a dash -->
    <xsl:variable name="wide" select="r:item[translate(r:num, ' •·∙‣⁃◦o▪*&#xA0;', '') != '']"/>
    <xsl:variable name="room" select="$set[not($wide)] | $S/dash[$wide]"/>
    <fo:list-block provisional-distance-between-starts="{($room/@distance)[last()]}" provisional-label-separation="{($room/@separation)[last()]}">
      <xsl:attribute name="{$start}">
        <xsl:choose>
          <xsl:when test="$in-list"><xsl:value-of select="($set/@step)[last()]"/></xsl:when>
          <xsl:when test="$outer"><xsl:value-of select="($set/@in-item)[last()]"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="($set/@indent)[last()]"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="common"/>
      <xsl:apply-templates mode="bullet"/>
    </fo:list-block>
  </xsl:template>

  <xsl:template match="text() | r:pagebreak" mode="bullet"/>
  <xsl:template match="r:item" mode="bullet">
    <xsl:variable name="first" select="*[not(self::r:num)][1][self::r:p]"/>
    <fo:list-item>
      <xsl:call-template name="common"/>
      <!-- where the draft printed no sign, one is drawn that is no text -->
      <fo:list-item-label end-indent="label-end()">
        <xsl:if test="not(r:num)"><xsl:attribute name="role">artifact</xsl:attribute></xsl:if>
        <fo:block role="NonStruct" text-indent="0pt" text-align="start">
          <xsl:apply-templates select="r:num/node()"/>
          <xsl:if test="not(r:num)">•</xsl:if>
        </fo:block>
      </fo:list-item-label>
      <fo:list-item-body start-indent="body-start()">
        <xsl:if test="$first or not(*[not(self::r:num or self::r:pagebreak)])">
          <fo:block role="P"><xsl:copy-of select="$S/bullet-text/@*"/><xsl:apply-templates select="$first/node()"/></fo:block>
        </xsl:if>
        <xsl:for-each select="*[not(self::r:num)][generate-id() != generate-id($first)]">
          <xsl:choose>
            <xsl:when test="self::r:p"><fo:block role="P"><xsl:copy-of select="$S/bullet-text/@*"/><xsl:apply-templates/></fo:block></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </fo:list-item-body>
    </fo:list-item>
  </xsl:template>

  <!-- ==== contents ==== -->

  <xsl:template match="r:contents">
    <fo:block role="TOC">
      <xsl:call-template name="common"/>
      <xsl:if test="count(. | $paged-contents) = count($paged-contents) and (../r:front | $masthead)"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:contents/r:heading">
    <fo:block>
      <xsl:copy-of select="$S/contents-heading/@*"/>
      <xsl:call-template name="heading-role"/>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- Words over the columns, before the first entry with a figure. -->
  <xsl:key name="over-columns" match="r:contents/r:p | r:entry[not(preceding-sibling::r:entry[translate(., '0123456789', '') != string(.)] or @href)][following-sibling::r:entry]
      [translate(., '0123456789', '') = string(.)][string-length(normalize-space(.)) &lt; 24]" use="generate-id()"/>

  <!-- What names the pages stands over these, what comes before it over the numbers, be it an entry of its own. -->
  <xsl:template match="r:contents/r:p | r:entry[key('over-columns', generate-id())]" priority="1">
    <xsl:variable name="words"><xsl:call-template name="plain"/></xsl:variable>
    <xsl:variable name="page"><xsl:apply-templates select="." mode="over-pages"/></xsl:variable>
    <xsl:variable name="next" select="following-sibling::*[1][$page = '']"/>
    <xsl:variable name="next-page"><xsl:apply-templates select="$next" mode="over-pages"/></xsl:variable>
    <xsl:variable name="with" select="$next[$next-page != '' and $next-page = normalize-space(.)]"/>
    <xsl:variable name="before" select="preceding-sibling::*[1][$page = $words][key('over-columns', generate-id())][not(*)]"/>
    <xsl:variable name="before-page"><xsl:apply-templates select="$before" mode="over-pages"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$before and $before-page = ''"/>
      <xsl:when test="$page = $words or *"><xsl:call-template name="paragraph"><xsl:with-param name="set" select="$S/contents-page"/></xsl:call-template></xsl:when>
      <xsl:otherwise>
        <fo:list-block role="NonStruct">
          <xsl:copy-of select="$S/contents-page/@* | $S/contents-words/@*"/>
          <xsl:call-template name="common"/>
          <fo:list-item role="NonStruct">
            <fo:list-item-label role="NonStruct" end-indent="label-end()">
              <fo:block role="P"><xsl:value-of select="normalize-space(substring($words, 1, string-length($words) - string-length($page)))"/></fo:block>
            </fo:list-item-label>
            <fo:list-item-body role="NonStruct" start-indent="body-start()" text-align="{($S/contents-page/@text-align)[last()]}">
              <xsl:for-each select="$with"><fo:block role="P"><xsl:call-template name="common"/><xsl:apply-templates/></fo:block></xsl:for-each>
              <xsl:if test="not($with)"><fo:block role="P"><xsl:value-of select="$page"/></fo:block></xsl:if>
            </fo:list-item-body>
          </fo:list-item>
        </fo:list-block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The words at the end of such a line that name the pages. -->
  <xsl:template match="*" mode="over-pages"/>
  <xsl:template match="r:contents/r:p | r:entry[key('over-columns', generate-id())]" mode="over-pages">
    <xsl:variable name="words" select="concat(' ', normalize-space(.))"/>
    <xsl:for-each select="$lists[@key = 'page']/w[concat(' ', .) = substring($words, string-length($words) - string-length(.))]">
      <xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The number stands before the words, the page an entry gives at the end of the line.  What the
       draft printed is text and stays; only an entry without a page shows the one its heading is on. -->
  <xsl:template match="r:entry">
    <xsl:variable name="target" select="key('by-id', substring-after(@href, '#'))[1]"/>
    <xsl:variable name="words"><xsl:call-template name="plain"/></xsl:variable>
    <xsl:variable name="own"><xsl:call-template name="without-page"><xsl:with-param name="s" select="$words"/></xsl:call-template></xsl:variable>
    <xsl:variable name="printed" select="translate(substring-after($words, $own), ' .…&#xA0;', '')"/>
    <xsl:variable name="plain" select="$words = '' or .//r:note or not($target or $printed != '') or translate(concat($own, $printed), ' &#xA0;', '') != translate($words, ' &#xA0;', '')"/>
    <xsl:variable name="label"><xsl:call-template name="entry-label"><xsl:with-param name="own" select="$own"/><xsl:with-param name="target" select="$target"/></xsl:call-template></xsl:variable>
    <xsl:variable name="level"><xsl:call-template name="entry-level"><xsl:with-param name="target" select="$target"/></xsl:call-template></xsl:variable>
    <!-- where the number and the words start; a long number below the first level takes two steps -->
    <xsl:variable name="from" select="($level &gt; 1) * ($S/entry/@first + $S/entry/@step * ($level - 2))"/>
    <xsl:variable name="words-from" select="$S/entry/@first + $S/entry/@step * ($level - 1 + ($level &gt; 1 and string-length($label) &gt; 4))"/>
    <xsl:variable name="number-set" select="$S/entry-number[$level = 1] | $S/entry-number-below[$level &gt; 1]"/>
    <!-- one that needs still more, letters being half an em wide at the most, begins the words -->
    <xsl:variable name="long" select="string-length($label) * 4.6 &gt; $words-from - $from - substring-before($number-set/@separation, 'pt')"/>
    <xsl:variable name="to" select="$from * $long + $words-from * not($long)"/>
    <fo:list-block role="TOCI" start-indent="{format-number($from, '0.##')}pt" provisional-distance-between-starts="{format-number($to - $from, '0.##')}pt"
        provisional-label-separation="{$number-set/@separation}">
      <xsl:copy-of select="$S/entry/@*[name() != 'first' and name() != 'step' and name() != 'page-end']"/>
      <xsl:call-template name="common"/>
      <fo:list-item role="NonStruct">
        <fo:list-item-label role="Lbl" end-indent="label-end()">
          <fo:block role="NonStruct" text-align="{$number-set/@text-align}"><xsl:if test="not($plain or $long)"><xsl:value-of select="$label"/></xsl:if></fo:block>
        </fo:list-item-label>
        <fo:list-item-body role="NonStruct" start-indent="body-start()">
          <fo:block role="P" last-line-end-indent="{$S/entry/@page-end}">
            <xsl:choose>
              <xsl:when test="$plain"><xsl:apply-templates/></xsl:when>
              <xsl:otherwise>
                <xsl:attribute name="text-align-last">justify</xsl:attribute>
                <xsl:call-template name="entry-line">
                  <xsl:with-param name="target" select="$target"/>
                  <xsl:with-param name="title" select="normalize-space(substring($own, string-length($label) * not($long) + 1))"/>
                  <xsl:with-param name="printed" select="$printed"/>
                </xsl:call-template>
              </xsl:otherwise>
            </xsl:choose>
          </fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <xsl:template name="entry-line">
    <xsl:param name="target"/><xsl:param name="title"/><xsl:param name="printed"/>
    <xsl:choose>
      <xsl:when test="$target">
        <fo:basic-link internal-destination="{$target/@xml:id}" rx:title="{$title}">
          <xsl:value-of select="$title"/>
          <xsl:call-template name="dots"><xsl:with-param name="page" select="$printed"/></xsl:call-template>
          <xsl:value-of select="$printed"/>
          <xsl:if test="$printed = ''"><fo:inline role="Reference"><fo:page-number-citation ref-id="{$target/@xml:id}"/></fo:inline></xsl:if>
        </fo:basic-link>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$title"/>
        <xsl:call-template name="dots"><xsl:with-param name="page" select="$printed"/></xsl:call-template>
        <xsl:value-of select="$printed"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The number of an entry: that of its heading, else a first word that ends like one. -->
  <xsl:template name="entry-label">
    <xsl:param name="own"/><xsl:param name="target"/>
    <xsl:variable name="num" select="normalize-space($target/r:num)"/>
    <xsl:variable name="first" select="substring-before($own, ' ')"/>
    <xsl:variable name="end" select="substring($first, string-length($first))"/>
    <xsl:choose>
      <xsl:when test="$num != '' and starts-with($own, $num) and $own != $num"><xsl:value-of select="$num"/></xsl:when>
      <xsl:when test="(not($target) or $num != '') and ($end = '.' or $end = ')') and string-length($first) &lt; 10"><xsl:value-of select="$first"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Parts over chapters make no level of their own: chapters begin again in each. -->
  <xsl:template name="entry-level">
    <xsl:param name="target"/>
    <xsl:choose>
      <xsl:when test="@level"><xsl:value-of select="@level - count($target/ancestor::r:section[@style = 'word'][r:section/@style = 'word'])"/></xsl:when>
      <xsl:when test="$target/self::r:section"><xsl:value-of select="count($target/ancestor-or-self::r:section)"/></xsl:when>
      <xsl:otherwise>1</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Up to where the longest page would start: figures are half an em wide. -->
  <xsl:template name="dots">
    <xsl:param name="page"/>
    <xsl:variable name="digits" select="string-length($page) + 2 * not($page != '')"/>
    <fo:leader leader-pattern="space" leader-length="3pt"/>
    <fo:leader leader-pattern="dots" leader-length.minimum="12pt" leader-length.optimum="24pt" leader-length.maximum="100%"/>
    <fo:leader leader-pattern="space" leader-length="{format-number(4 - 0.55 * $digits, '0.##')}em"/>
  </xsl:template>

  <!-- The words of an entry without the dots and the page number at their end. -->
  <xsl:template name="without-page">
    <xsl:param name="s"/>
    <xsl:param name="first" select="true()"/>
    <xsl:variable name="end" select="substring($s, string-length($s))"/>
    <xsl:choose>
      <xsl:when test="$s = ''"/>
      <xsl:when test="contains('0123456789', $end) and $first">
        <xsl:call-template name="without-page"><xsl:with-param name="s" select="substring($s, 1, string-length($s) - 1)"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="contains(' .…&#xA0;', $end)">
        <xsl:call-template name="without-page">
          <xsl:with-param name="s" select="substring($s, 1, string-length($s) - 1)"/>
          <xsl:with-param name="first" select="false()"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$s"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
