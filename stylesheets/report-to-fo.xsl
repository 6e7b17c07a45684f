<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!--
  report-to-fo.xsl: a report document as XSL-FO within schemas/fo-profile.rng.
  Sizes and places come from styles/<style>.xml.  All text is in the order of the report; what is
  added (note marks, running heads) is an artifact, a Reference or the Lbl of a note.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:rx="urn:rapporteur:fo:1"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    exclude-result-prefixes="r">

  <xsl:import href="common.xsl"/>
  <xsl:include href="fo-page.xsl"/>
  <xsl:include href="fo-head.xsl"/>
  <xsl:include href="fo-table.xsl"/>

  <xsl:param name="style" select="'un'"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="look" select="document(concat('styles/', $style, '.xml'))/style/set"/>
  <xsl:variable name="text" select="number($look[@name = 'text'])"/>
  <xsl:variable name="tab" select="number($look[@name = 'tab'])"/>
  <xsl:variable name="size" select="number($look[@name = 'size'])"/>
  <xsl:variable name="leading" select="number($look[@name = 'leading'])"/>
  <xsl:variable name="rtl" select="starts-with($lang, 'ar')"/>

  <!-- Parts -->

  <xsl:template match="r:front | r:body | r:annex">
    <fo:block role="Sect" id="{@xml:id}">
      <xsl:if test="self::r:annex"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:annex/r:label">
    <fo:block role="P" font-size="14pt" line-height="15pt" font-weight="bold" space-after="6pt"
        keep-with-next.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="r:title">
    <fo:block role="H1" font-size="14pt" line-height="15pt" font-weight="bold" start-indent="{$text}pt"
        space-before="17.55pt" space-after="12.55pt" keep-with-next.within-page="always" id="{generate-id()}">
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:subtitle | r:kindLine">
    <fo:block role="P" font-size="12pt" line-height="13.5pt" font-weight="bold" start-indent="{$text}pt"
        space-before="12.2pt" space-after="12.1pt" keep-with-next.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="r:field | r:author">
    <fo:block role="P" start-indent="{$text}pt" space-after="6pt"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- Contents as the draft printed them -->

  <xsl:template match="r:contents">
    <fo:block role="TOC" space-after="12pt"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="r:contents/r:heading">
    <fo:block role="Caption" font-size="14pt" line-height="15pt" space-after="6pt"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="r:entry">
    <fo:block role="TOCI" start-indent="{$text + (number(concat('0', @level)) > 1) * $tab}pt"
        end-indent="{$text}pt"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- Sections and their headings -->

  <xsl:template match="r:section"><xsl:apply-templates select="r:heading"/>
    <xsl:apply-templates select="*[not(self::r:heading or self::r:num)]"/></xsl:template>

  <xsl:template match="r:heading">
    <xsl:variable name="s" select="parent::r:section/@style"/>
    <xsl:variable name="rank">
      <xsl:choose>
        <xsl:when test="parent::r:front">1</xsl:when>
        <xsl:when test="$s = 'roman' or $s = 'chinese' or $s = 'arabic-ordinal' or $s = 'chapter'">1</xsl:when>
        <xsl:when test="$s = 'letter' or $s = 'none' or $s = 'arabic-letter'">2</xsl:when>
        <xsl:when test="$s = 'lower-roman'">4</xsl:when>
        <xsl:otherwise>3</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="depth" select="count(ancestor::r:section) + 1"/>
    <xsl:variable name="after-heading" select="parent::r:section/parent::r:section and
        not(parent::r:section/preceding-sibling::*[not(self::r:num or self::r:heading)])"/>
    <fo:list-block role="H{($depth &gt; 6) * 6 + ($depth &lt;= 6) * $depth}" start-indent="0pt" id="{../@xml:id}-h"
        provisional-distance-between-starts="{$text}pt"
        provisional-label-separation="{$text - number($look[@name = 'number-end'])}pt"
        keep-with-next.within-page="always">
      <xsl:choose>
        <xsl:when test="$rank = 1">
          <xsl:call-template name="heading-look"><xsl:with-param name="size" select="14"/><xsl:with-param name="leading" select="15"/>
            <xsl:with-param name="before" select="17.35"/><xsl:with-param name="after" select="12.55"/><xsl:with-param name="close" select="$after-heading"/></xsl:call-template>
        </xsl:when>
        <xsl:when test="$rank = 2">
          <xsl:call-template name="heading-look"><xsl:with-param name="size" select="12"/><xsl:with-param name="leading" select="13.5"/>
            <xsl:with-param name="before" select="17.575"/><xsl:with-param name="after" select="12.425"/><xsl:with-param name="close" select="$after-heading"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="heading-look"><xsl:with-param name="size" select="$size"/><xsl:with-param name="leading" select="$leading"/>
            <xsl:with-param name="before" select="11.9"/><xsl:with-param name="after" select="6"/><xsl:with-param name="close" select="$after-heading"/>
            <xsl:with-param name="italic" select="$rank = 4"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <fo:list-item role="NonStruct">
        <fo:list-item-label role="NonStruct" end-indent="label-end()">
          <fo:block role="NonStruct" text-align="end"><xsl:apply-templates select="../r:num/node()[parent::r:num/parent::r:section]"/></fo:block>
        </fo:list-item-label>
        <fo:list-item-body role="NonStruct" start-indent="body-start()">
          <fo:block role="NonStruct"><xsl:apply-templates/></fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <xsl:template name="heading-look">
    <xsl:param name="size"/><xsl:param name="leading"/><xsl:param name="before"/><xsl:param name="after"/>
    <xsl:param name="close"/><xsl:param name="italic" select="false()"/>
    <xsl:attribute name="font-size"><xsl:value-of select="$size"/>pt</xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$leading"/>pt</xsl:attribute>
    <xsl:choose>
      <xsl:when test="$italic"><xsl:attribute name="font-style">italic</xsl:attribute></xsl:when>
      <xsl:otherwise><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not($close)"><xsl:attribute name="space-before"><xsl:value-of select="$before"/>pt</xsl:attribute></xsl:if>
    <xsl:attribute name="space-after"><xsl:value-of select="$after"/>pt</xsl:attribute>
  </xsl:template>

  <!-- Paragraphs.  A number goes with the first p; the rest follows. -->

  <xsl:template name="numbered">
    <xsl:param name="indent" select="0"/>
    <fo:block role="P" space-after="6pt" text-align="justify" start-indent="{$text}pt" text-indent="{$indent}pt"
        end-indent="{$look[@name = 'text-end']}pt">
      <xsl:apply-templates select="r:num/node()"/>
      <fo:leader rx:tab-position="{$indent + $tab}pt" leader-length="12pt"/>
      <xsl:apply-templates select="r:p[1][not(preceding-sibling::*[not(self::r:num)])]/node()"/>
    </fo:block>
    <xsl:apply-templates select="*[not(self::r:num)][not(self::r:p and not(preceding-sibling::*[not(self::r:num)]))]"/>
  </xsl:template>

  <xsl:template match="r:para"><xsl:call-template name="numbered"/></xsl:template>
  <xsl:template match="r:para[@kind = 'operative']">
    <xsl:call-template name="numbered"><xsl:with-param name="indent" select="$tab"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:p | r:chapeau | r:speaker">
    <fo:block role="P" space-after="6pt" text-align="justify" start-indent="{$text}pt"
        text-indent="{$tab}pt" end-indent="{$look[@name = 'text-end']}pt"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="r:clause"><xsl:apply-templates/></xsl:template>

  <!-- Lists: a lettered item is set like a numbered paragraph, one tab further in. -->

  <xsl:template match="r:list">
    <fo:block role="L"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <xsl:template match="r:item">
    <xsl:variable name="deep" select="count(ancestor::r:list) - 1"/>
    <fo:block role="LI" start-indent="{$text + $deep * $tab}pt" end-indent="{$look[@name = 'text-end']}pt" text-align="justify">
      <fo:block role="NonStruct" space-after="6pt" text-indent="{$tab}pt">
        <fo:inline role="Lbl"><xsl:apply-templates select="r:num/node()"/><fo:leader rx:tab-position="{2 * $tab}pt" leader-length="8pt"/></fo:inline>
        <fo:inline role="LBody"><xsl:apply-templates select="r:p[1]/node()"/></fo:inline>
      </fo:block>
      <xsl:apply-templates select="r:p[position() &gt; 1]" mode="more"/>
    </fo:block>
    <xsl:apply-templates select="*[not(self::r:num or self::r:p)]"/>
  </xsl:template>

  <xsl:template match="r:list[@type = 'bullet' or @type = 'dash']/r:item">
    <xsl:variable name="deep" select="count(ancestor::r:list) - 1"/>
    <fo:list-block role="NonStruct" start-indent="{$text + 17.07 + $deep * 12}pt" end-indent="{$look[@name = 'text-end']}pt"
        provisional-distance-between-starts="6.69pt" provisional-label-separation="0.5pt">
      <fo:list-item space-after="6pt">
        <fo:list-item-label end-indent="label-end()"><fo:block role="NonStruct"><xsl:apply-templates select="r:num/node()"/></fo:block></fo:list-item-label>
        <fo:list-item-body start-indent="body-start()">
          <fo:block role="NonStruct" text-align="justify"><xsl:apply-templates select="r:p[1]/node()"/></fo:block>
          <xsl:apply-templates select="r:p[position() &gt; 1]" mode="more"/>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
    <xsl:apply-templates select="*[not(self::r:num or self::r:p)]"/>
  </xsl:template>

  <xsl:template match="r:p" mode="more">
    <fo:block role="LBody" space-after="6pt"><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- Other blocks -->

  <xsl:template match="r:quote">
    <fo:block role="BlockQuote" space-after="6pt" start-indent="{$text + $tab}pt" end-indent="{$text + $tab}pt">
      <xsl:apply-templates mode="plain"/>
    </fo:block>
  </xsl:template>
  <xsl:template match="r:box">
    <fo:block role="Sect" border="0.24pt solid #000000" start-indent="{$text}pt" end-indent="{$text}pt"
        padding="6pt" space-after="12pt" keep-together.within-page="always"><xsl:apply-templates mode="plain"/></fo:block>
  </xsl:template>
  <xsl:template match="r:p | r:para" mode="plain">
    <fo:block role="P" space-after="6pt" text-align="justify">
      <xsl:apply-templates select="r:num/node() | text() | *[not(self::r:num)]" mode="inside"/>
    </fo:block>
  </xsl:template>
  <xsl:template match="r:heading" mode="plain">
    <fo:block role="P" space-after="6pt" font-size="12pt" font-style="italic" keep-with-next.within-page="always"><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="*" mode="plain"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="r:p" mode="inside"><xsl:text> </xsl:text><xsl:apply-templates/></xsl:template>
  <xsl:template match="node()" mode="inside"><xsl:apply-templates select="."/></xsl:template>

  <xsl:template match="r:front/r:box"><xsl:apply-templates select="node()" mode="plain"/></xsl:template>

  <xsl:template match="r:signature/r:p | r:adoption">
    <fo:block role="P" text-align="end" end-indent="{$look[@name = 'text-end']}pt" keep-with-previous.within-page="always">
      <xsl:if test="self::r:adoption"><xsl:attribute name="font-style">italic</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:vote">
    <fo:block role="P" space-before="6pt" space-after="6pt" start-indent="{$text}pt" end-indent="{$look[@name = 'text-end']}pt">
      <fo:inline font-style="italic"><xsl:apply-templates select="r:heading/node()"/></fo:inline>
      <xsl:text> </xsl:text><xsl:apply-templates select="r:p/node()"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:rule">
    <fo:block role="artifact" text-align="center" space-before="12pt"><fo:leader leader-pattern="rule" leader-length="72pt" rule-thickness="0.25pt"/></fo:block>
  </xsl:template>

  <!-- Inlines -->

  <xsl:template match="r:emph"><fo:inline font-style="italic"><xsl:call-template name="language"/><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="r:strong"><fo:inline font-weight="bold"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="r:sup"><fo:inline baseline-shift="super" font-size="65%"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="r:sub"><fo:inline baseline-shift="sub" font-size="65%"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="r:draft | r:placeholder"><fo:inline><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="r:pagebreak"/>

  <xsl:template name="language">
    <xsl:if test="@xml:lang"><xsl:attribute name="xml:lang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template match="r:ref | r:link">
    <xsl:choose>
      <xsl:when test="starts-with(@href, '#')">
        <fo:basic-link internal-destination="{substring(@href, 2)}" rx:title="{.}"><xsl:apply-templates/></fo:basic-link>
      </xsl:when>
      <xsl:when test="@href != ''">
        <fo:basic-link external-destination="url('{@href}')" color="{$look[@name = 'link']}" rx:title="{.}"><xsl:apply-templates/></fo:basic-link>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Notes: the call is raised; the note stands at the foot of the page that calls it. -->

  <xsl:template match="r:note">
    <fo:footnote>
      <fo:inline baseline-shift="3.48pt" font-size="6.5pt" font-weight="normal"><xsl:value-of select="@mark"/></fo:inline>
      <fo:footnote-body start-indent="{$text}pt" end-indent="{$look[@name = 'text-end']}pt" text-indent="0pt"
          font-size="{$look[@name = 'note-size']}pt" line-height="{$look[@name = 'note-leading']}pt"
          font-weight="normal" font-style="normal" text-align="start" rx:horizontal-scale="104%" letter-spacing="0.25pt">
        <xsl:choose>
          <xsl:when test="not(*)"><fo:block role="P" text-indent="-6.36pt"><xsl:call-template name="note-mark"/></fo:block></xsl:when>
          <xsl:otherwise><xsl:apply-templates mode="note"/></xsl:otherwise>
        </xsl:choose>
      </fo:footnote-body>
    </fo:footnote>
  </xsl:template>

  <xsl:template name="note-mark">
    <fo:inline role="Lbl">
      <fo:inline baseline-shift="3pt" font-size="5.5pt"><xsl:value-of select="ancestor-or-self::r:note[1]/@mark"/></fo:inline>
      <fo:leader leader-length="1.5pt"/>
    </fo:inline>
  </xsl:template>

  <xsl:template match="r:p" mode="note">
    <fo:block role="P" text-indent="-6.36pt">
      <xsl:if test="not(preceding-sibling::*)"><xsl:call-template name="note-mark"/></xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="*" mode="note"><xsl:apply-templates select="."/></xsl:template>
</xsl:stylesheet>
