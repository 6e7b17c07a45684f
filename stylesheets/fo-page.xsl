<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!-- fo-page.xsl: the document: page masters, running heads and feet, bookmarks, document data. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:rx="urn:rapporteur:fo:1"
    exclude-result-prefixes="r">

  <!-- How far down the text of the first page goes: further when nothing but star notes follow it. -->
  <xsl:variable name="first-bottom">
    <xsl:choose>
      <xsl:when test="$masthead and ($head//r:note[starts-with(@mark, '*')])"><xsl:value-of select="$page/@first-bottom-star"/></xsl:when>
      <xsl:when test="$masthead"><xsl:value-of select="$page/@first-bottom"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$page/@bottom"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="first-top">
    <xsl:choose>
      <xsl:when test="$masthead"><xsl:value-of select="$page/@first-top"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$page/@top"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="/r:report">
    <fo:root xml:lang="{$lang}">
      <xsl:copy-of select="$S/root/@*"/>
      <xsl:if test="$rtl"><xsl:attribute name="writing-mode">rl-tb</xsl:attribute></xsl:if>
      <fo:layout-master-set>
        <xsl:call-template name="master">
          <xsl:with-param name="name" select="'first'"/>
          <xsl:with-param name="top" select="$first-top"/>
          <xsl:with-param name="bottom" select="$first-bottom"/>
        </xsl:call-template>
        <xsl:call-template name="master"><xsl:with-param name="name" select="'odd'"/></xsl:call-template>
        <xsl:call-template name="master"><xsl:with-param name="name" select="'even'"/></xsl:call-template>
        <fo:page-sequence-master master-name="pages">
          <fo:repeatable-page-master-alternatives>
            <fo:conditional-page-master-reference master-reference="first" page-position="first"/>
            <fo:conditional-page-master-reference master-reference="odd" odd-or-even="odd"/>
            <fo:conditional-page-master-reference master-reference="even" odd-or-even="even"/>
          </fo:repeatable-page-master-alternatives>
        </fo:page-sequence-master>
      </fo:layout-master-set>
      <xsl:call-template name="document-data"/>
      <xsl:call-template name="bookmarks"/>
      <fo:page-sequence master-reference="pages" id="pages-of-the-document">
        <xsl:call-template name="running"><xsl:with-param name="side" select="'odd'"/><xsl:with-param name="outer" select="'end'"/><xsl:with-param name="inner" select="'start'"/></xsl:call-template>
        <xsl:call-template name="running"><xsl:with-param name="side" select="'even'"/><xsl:with-param name="outer" select="'start'"/><xsl:with-param name="inner" select="'end'"/></xsl:call-template>
        <xsl:if test="not($masthead)">
          <fo:static-content flow-name="first-after"><xsl:call-template name="folio"><xsl:with-param name="align" select="'end'"/></xsl:call-template></fo:static-content>
        </xsl:if>
        <xsl:call-template name="note-separator"/>
        <fo:flow flow-name="xsl-region-body" start-indent="{$column}pt" end-indent="{$page/@column-end}pt">
          <xsl:apply-templates/>
          <xsl:if test="$S/@end-rule = 'true' and not(($report//r:p)[last()]/following::r:rule or not($report//r:p) and $report//r:rule)"><xsl:call-template name="rule"/></xsl:if>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="master">
    <xsl:param name="name"/>
    <xsl:param name="top" select="$page/@top"/>
    <xsl:param name="bottom" select="$page/@bottom"/>
    <xsl:variable name="right" select="$page/@width - $page/@left - $page/@block"/>
    <fo:simple-page-master master-name="{$name}" page-width="{$page/@width}pt" page-height="{$page/@height}pt">
      <fo:region-body margin-top="{$top}pt" margin-bottom="{format-number($page/@height - $bottom, '0.###')}pt">
        <xsl:attribute name="margin-left"><xsl:value-of select="$right * $rtl + $page/@left * not($rtl)"/>pt</xsl:attribute>
        <xsl:attribute name="margin-right"><xsl:value-of select="$page/@left * $rtl + $right * not($rtl)"/>pt</xsl:attribute>
      </fo:region-body>
      <fo:region-before region-name="{$name}-before" extent="60pt"/>
      <fo:region-after region-name="{$name}-after" extent="40pt"/>
    </fo:simple-page-master>
  </xsl:template>

  <!-- ==== heads and feet: all of it is artifact ==== -->

  <xsl:template name="running">
    <xsl:param name="side"/><xsl:param name="outer"/><xsl:param name="inner"/>
    <fo:static-content flow-name="{$side}-before">
      <xsl:call-template name="bar"><xsl:with-param name="place" select="$places/head-rule"/></xsl:call-template>
      <xsl:call-template name="place">
        <xsl:with-param name="place" select="$places/head"/>
        <xsl:with-param name="set" select="$S/head"/>
        <xsl:with-param name="above" select="3"/>
        <xsl:with-param name="content"><fo:block text-align="{$outer}"><xsl:call-template name="running-words"/></fo:block></xsl:with-param>
      </xsl:call-template>
      <xsl:variable name="title"><xsl:call-template name="document-title"/></xsl:variable>
      <xsl:if test="$report/@kind = 'resolution' and $S/@running = 'symbol' and string-length($title) &lt; 80">
        <xsl:call-template name="place">
          <xsl:with-param name="place" select="$places/head"/>
          <xsl:with-param name="set" select="$S/head"/>
          <xsl:with-param name="content">
            <fo:block text-align="{$inner}">
              <xsl:choose>
                <xsl:when test="contains(substring-before($title, '. '), '/')"><xsl:value-of select="substring-after($title, '. ')"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="$title"/></xsl:otherwise>
              </xsl:choose>
            </fo:block>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </fo:static-content>
    <fo:static-content flow-name="{$side}-after">
      <xsl:call-template name="folio"><xsl:with-param name="align" select="$outer"/></xsl:call-template>
      <xsl:if test="$the-job != '' and $places/job-again">
        <xsl:call-template name="place">
          <xsl:with-param name="place" select="$places/job-again"/>
          <xsl:with-param name="set" select="$S/job-again"/>
          <xsl:with-param name="content">
            <fo:block text-align="{$inner}"><xsl:value-of select="$the-bare-job"/></fo:block>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </fo:static-content>
  </xsl:template>

  <!-- The title in books, else the symbol without its star, a joint one on two lines. -->
  <xsl:template name="running-words">
    <xsl:choose>
      <xsl:when test="$S/@running = 'title'"><xsl:call-template name="document-title"/></xsl:when>
      <xsl:when test="$symbol-of-one != $the-symbol">
        <fo:block><xsl:value-of select="translate($symbol-of-one, '*', '')"/></fo:block>
        <fo:block><xsl:value-of select="translate(substring($the-symbol, string-length($symbol-of-one) + 2), '*', '')"/></fo:block>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="translate($the-symbol, '*', '')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="folio">
    <xsl:param name="align"/>
    <xsl:call-template name="place">
      <xsl:with-param name="place" select="$places/page-number"/>
      <xsl:with-param name="set" select="$S/page-number"/>
      <xsl:with-param name="content">
        <fo:block text-align="{$align}">
          <fo:page-number/>
          <xsl:if test="$page/@of-pages = 'true'">/<fo:page-number-citation-last ref-id="pages-of-the-document"/></xsl:if>
        </fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="note-separator">
    <fo:static-content flow-name="xsl-footnote-separator">
      <fo:block start-indent="{($S/separator/@indent)[last()]}pt" text-align="start" padding-top="{($S/separator/@above)[last()]}"
          line-height="{($S/separator/@line-height)[last()]}" font-size="1pt">
        <fo:leader leader-pattern="rule" leader-length="{($S/separator/@width)[last()]}" rule-thickness="{($S/separator/@thickness)[last()]}"/>
      </fo:block>
    </fo:static-content>
  </xsl:template>

  <!-- ==== document data and bookmarks ==== -->

  <xsl:template name="document-data">
    <fo:declarations>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title><xsl:call-template name="document-title"/></dc:title>
            <xsl:if test="$head/r:organization | $head/r:organ">
              <dc:creator><xsl:call-template name="plain"><xsl:with-param name="node" select="($head/r:organ | $head/r:organization)[last()]"/></xsl:call-template></dc:creator>
            </xsl:if>
            <xsl:if test="$the-symbol != ''"><dc:subject><xsl:value-of select="$the-symbol"/></dc:subject></xsl:if>
            <xsl:if test="$head/r:organ and $head/r:organization">
              <dc:publisher><xsl:call-template name="plain"><xsl:with-param name="node" select="$head/r:organization[1]"/></xsl:call-template></dc:publisher>
            </xsl:if>
            <xsl:if test="$the-symbol != ''"><dc:identifier><xsl:value-of select="$the-symbol"/></dc:identifier></xsl:if>
            <dc:language><xsl:value-of select="$lang"/></dc:language>
            <xsl:if test="$the-date != ''"><dc:date><xsl:value-of select="$the-date"/></dc:date></xsl:if>
          </rdf:Description>
        </rdf:RDF>
      </x:xmpmeta>
    </fo:declarations>
  </xsl:template>

  <xsl:template name="document-title">
    <xsl:variable name="title" select="($head/r:title | $report/r:body/r:title)[1]"/>
    <xsl:choose>
      <xsl:when test="$title"><xsl:call-template name="plain"><xsl:with-param name="node" select="$title"/></xsl:call-template></xsl:when>
      <xsl:when test="$the-symbol != ''"><xsl:value-of select="$the-symbol"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="plain"><xsl:with-param name="node" select="(//r:heading | //r:p)[1]"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="bookmarks">
    <xsl:variable name="all">
      <xsl:apply-templates select="r:contents | r:front | r:body | r:annex" mode="bookmark"/>
    </xsl:variable>
    <xsl:if test="string($all)"><fo:bookmark-tree><xsl:copy-of select="$all"/></fo:bookmark-tree></xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="bookmark"/>
  <xsl:template match="r:body | r:box | r:section[not(r:heading and @xml:id)] | r:front[not(r:heading and @xml:id)]" mode="bookmark">
    <xsl:apply-templates select="r:section | r:box" mode="bookmark"/>
  </xsl:template>
  <xsl:template match="r:contents[not(r:heading and @xml:id)] | r:annex[not(@xml:id)]" mode="bookmark"/>
  <xsl:template match="r:section[r:heading and @xml:id] | r:annex[@xml:id] | r:front[r:heading and @xml:id] | r:contents[r:heading and @xml:id]"
      mode="bookmark" priority="1">
    <xsl:variable name="label"><xsl:call-template name="plain"><xsl:with-param name="node" select="(r:num | r:label)[1]"/></xsl:call-template></xsl:variable>
    <xsl:variable name="words"><xsl:call-template name="plain"><xsl:with-param name="node" select="(r:heading | r:title)[1]"/></xsl:call-template></xsl:variable>
    <fo:bookmark internal-destination="{@xml:id}">
      <fo:bookmark-title>
        <xsl:value-of select="normalize-space(concat($label, ' ', $words))"/>
      </fo:bookmark-title>
      <xsl:apply-templates select="r:section | r:annex" mode="bookmark"/>
    </fo:bookmark>
  </xsl:template>
</xsl:stylesheet>
