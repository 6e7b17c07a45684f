<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: MIT -->
<!--
  report-to-fo.xsl: a report document as XSL-FO within schemas/fo-profile.rng.

  The look is data: styles/<style>.xml holds a set of FO properties for everything that is named
  here.  Text comes in the order of the report and is never changed; what is added (running heads,
  page numbers, rules) is an artifact.  Indents count from the text column, which the flow sets.

  Parameters: style (un, book), paper (letter, a4; the style's first when not given), job-number
  (that of the printer for this copy, where the report has none), and those of common.xsl.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:r="urn:rapporteur:report:1"
    xmlns:rx="urn:rapporteur:fo:1"
    xmlns:s="urn:rapporteur:siblings:1"
    xmlns:set="urn:rapporteur:settings:1"
    exclude-result-prefixes="r s set">

  <xsl:import href="common.xsl"/>
  <xsl:include href="fo-page.xsl"/>
  <xsl:include href="fo-head.xsl"/>
  <xsl:include href="fo-list.xsl"/>
  <xsl:include href="fo-inline.xsl"/>
  <xsl:include href="fo-table.xsl"/>

  <xsl:param name="style" select="'un'"/>
  <xsl:param name="paper" set:takes="{paper}"/>
  <xsl:param name="job-number" set:takes="{text}"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:variable name="sheet" select="document(concat('styles/', $style, '.xml'))/style"/>
  <xsl:variable name="page" select="($sheet/page[@paper = $paper] | $sheet/page[not($sheet/page[@paper = $paper])])[1]"/>
  <!-- The sets: those of the style, then those for the paper and the language, which come later in
       the file: a property copied later counts. -->
  <xsl:variable name="S" select="$sheet | $sheet/by-paper[@paper = $page/@paper] | $sheet/by-language[@lang = substring($lang, 1, 2)]"/>
  <xsl:variable name="column" select="number($page/@column)"/>
  <xsl:variable name="rtl" select="starts-with($lang, 'ar')"/>
  <!-- Parts and blocks whose lines go the other way. -->
  <xsl:variable name="mixed" select="boolean($report//@xml:lang[starts-with(., 'ar') != $rtl])"/>
  <!-- the title is heading 1 when there is one -->
  <xsl:variable name="below-title" select="number(boolean($head/r:title | $report/r:body/r:title))"/>

  <!-- contents that give pages stand on a page of their own, the items of a meeting do not -->
  <xsl:variable name="paged-contents" select="$report/r:contents[r:entry[@href or translate(substring(normalize-space(.), string-length(normalize-space(.))), '0123456789', '') = '']]"/>

  <xsl:key name="by-id" match="*" use="@xml:id"/>

  <!-- ==== what all objects take ==== -->

  <xsl:template name="common">
    <xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
    <xsl:if test="@xml:lang">
      <xsl:variable name="other"><xsl:call-template name="other-language"/></xsl:variable>
      <xsl:if test="$other != ''"><xsl:attribute name="xml:lang"><xsl:value-of select="$other"/></xsl:attribute></xsl:if>
      <xsl:if test="$mixed"><xsl:attribute name="writing-mode"><xsl:call-template name="way"/></xsl:attribute></xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- The way that lines go in a language, that of the element. -->
  <xsl:template name="way">
    <xsl:param name="code" select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
    <xsl:choose><xsl:when test="starts-with($code, 'ar')">rl-tb</xsl:when><xsl:otherwise>lr-tb</xsl:otherwise></xsl:choose>
  </xsl:template>

  <!-- The margin on the side where the lines of the element begin. -->
  <xsl:template name="start-margin">
    <xsl:variable name="way">
      <xsl:choose>
        <xsl:when test="$mixed"><xsl:call-template name="way"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="way"><xsl:with-param name="code" select="$lang"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose><xsl:when test="$way = 'rl-tb'">margin-right</xsl:when><xsl:otherwise>margin-left</xsl:otherwise></xsl:choose>
  </xsl:template>

  <!-- The properties of a set; tab is for the leader in it.  Sets are written for lines that read from
       the left: of the others their margins change sides. -->
  <xsl:template name="dress">
    <xsl:param name="set"/>
    <xsl:variable name="start"><xsl:call-template name="start-margin"/></xsl:variable>
    <xsl:variable name="turned" select="$start = 'margin-right'"/>
    <xsl:copy-of select="$set/@*[local-name() != 'tab'][not($turned and starts-with(name(), 'margin-'))]"/>
    <xsl:if test="$turned and $set/@margin-left"><xsl:attribute name="margin-right"><xsl:value-of select="($set/@margin-left)[last()]"/></xsl:attribute></xsl:if>
    <xsl:if test="$turned and $set/@margin-right"><xsl:attribute name="margin-left"><xsl:value-of select="($set/@margin-right)[last()]"/></xsl:attribute></xsl:if>
  </xsl:template>

  <!-- To the stop where the text begins; other formatters see a small fixed gap. -->
  <xsl:template name="tab">
    <xsl:param name="set"/>
    <fo:leader leader-pattern="space" leader-length="6pt">
      <xsl:if test="$set/@tab"><xsl:attribute name="rx:tab-position"><xsl:value-of select="($set/@tab)[last()]"/></xsl:attribute></xsl:if>
    </fo:leader>
  </xsl:template>

  <xsl:template name="paragraph">
    <xsl:param name="set"/>
    <fo:block role="P">
      <xsl:call-template name="dress"><xsl:with-param name="set" select="$set"/></xsl:call-template>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template name="heading-role">
    <xsl:param name="level" select="1"/>
    <xsl:attribute name="role">
      <xsl:text>H</xsl:text>
      <xsl:choose>
        <xsl:when test="$level + $below-title &gt; 6">6</xsl:when>
        <xsl:otherwise><xsl:value-of select="$level + $below-title"/></xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>

  <!-- ==== parts ==== -->

  <xsl:template match="r:front | r:body">
    <fo:block role="Sect">
      <xsl:call-template name="common"/>
      <xsl:call-template name="part-break"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- A summary is framed, whether or not the draft says so with a box. -->
  <xsl:template match="r:front[@kind = 'summary'][not(r:box)]">
    <fo:block role="Sect">
      <xsl:call-template name="common"/>
      <xsl:call-template name="part-break"/>
      <xsl:call-template name="frame"/>
    </fo:block>
  </xsl:template>

  <!-- A page of its own: each letter, summary or foreword but the first part, and what follows one
       of them or the contents.  A note leads on to the text unless that has a title, and where it is
       a heading alone, as under a title, to what comes next. -->
  <xsl:template name="part-break">
    <xsl:variable name="before" select="preceding-sibling::*[self::r:front or count(. | $paged-contents) = count($paged-contents)][1]"/>
    <xsl:if test="$before and ($before[self::r:contents or @kind != 'note'] or $before/*[not(self::r:heading)] and self::r:front[@kind and @kind != 'note'] or self::r:body[r:title])">
      <xsl:attribute name="break-before">page</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:front[@kind = 'letter' or @kind = 'foreword']/r:heading">
    <fo:block>
      <xsl:copy-of select="$S/title/@*"/>
      <xsl:call-template name="common"/>
      <xsl:call-template name="heading-role"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:front/r:heading">
    <fo:block>
      <xsl:copy-of select="$S/kindLine/@*"/>
      <xsl:call-template name="common"/>
      <xsl:call-template name="heading-role"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:body/r:title">
    <fo:block role="H1">
      <xsl:copy-of select="$S/title/@*"/>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:subtitle | r:kindLine">
    <xsl:call-template name="paragraph"><xsl:with-param name="set" select="$S/*[name() = name(current())]"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:annex">
    <fo:block role="Sect" break-before="page">
      <xsl:call-template name="common"/>
      <xsl:variable name="between" select="(r:subtitle | r:kindLine | r:field)[1]"/>
      <xsl:variable name="named" select="(r:label | r:title)[not($between) or
        count(preceding-sibling::*) &lt; count($between/preceding-sibling::*)]"/>
      <xsl:if test="$named">
        <xsl:call-template name="annex-heading"><xsl:with-param name="of" select="$named"/></xsl:call-template>
      </xsl:if>
      <xsl:apply-templates select="*[count(. | $named) != count($named)]"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="annex-heading">
    <xsl:param name="of"/>
    <fo:block>
      <xsl:call-template name="heading-role"><xsl:with-param name="level" select="count(ancestor-or-self::r:annex)"/></xsl:call-template>
      <xsl:apply-templates select="$of" mode="annex"/>
    </fo:block>
  </xsl:template>

  <!-- behind the language of the original, or what kind of annex it is -->
  <xsl:template match="r:annex/r:title">
    <xsl:call-template name="annex-heading"><xsl:with-param name="of" select="."/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:label | r:title" mode="annex">
    <fo:block role="NonStruct">
      <xsl:copy-of select="$S/*[name() = concat('annex-', name(current()))]/@*"/>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:annex/r:field">
    <xsl:call-template name="paragraph"><xsl:with-param name="set" select="$S/annex-field"/></xsl:call-template>
  </xsl:template>

  <!-- ==== sections and headings ==== -->

  <xsl:template match="r:section">
    <fo:block role="Sect">
      <xsl:call-template name="common"/>
      <xsl:if test="r:heading or r:num">
        <xsl:call-template name="heading"/>
      </xsl:if>
      <xsl:apply-templates select="*[not(self::r:num or self::r:heading)]"/>
    </fo:block>
  </xsl:template>

  <!-- The set that dresses a heading: by the way it is numbered, else by the one above it, but not greater than
       the style has headings without a number; a chapter is as a roman number; a code is no rank, nor is a word deep
       in the text or that of an article.  One under which numbers of paragraphs begin again is as a letter's. -->
  <xsl:template name="heading-set">
    <xsl:variable name="level" select="count(ancestor-or-self::r:section)"/>
    <!-- the small units of a text, whatever the case of the word -->
    <xsl:variable name="article" select="$lists[@key = 'article' or @key = 'rule']/w[string-length(.) &gt; 1 and
        contains(current()/r:num, substring(., 2))]"/>
    <xsl:choose>
      <xsl:when test="@style = 'word' and $level &lt; 3 and $lists[@key = 'chapter']/w[starts-with(current()/r:num, concat(., ' '))]">h1</xsl:when>
      <xsl:when test="@style = 'word' and $level &lt; 3 and not($article)">part</xsl:when>
      <xsl:when test="@style = 'roman' or @style = 'chinese' or @style = 'ordinal' or @style = 'arabic-ordinal'">h1</xsl:when>
      <xsl:when test="@style = 'letter'">h2</xsl:when>
      <xsl:when test="@style = 'arabic'">h3</xsl:when>
      <xsl:when test="@style = 'lower-roman'">h4</xsl:when>
      <xsl:when test="@style = 'alpha'">h5</xsl:when>
      <xsl:when test="r:num and not(@style = 'code' or @style = 'word') and $level &lt; 5">h<xsl:value-of select="$level"/></xsl:when>
      <xsl:when test="translate(r:para[1]/r:num, ' .', '') = '1' and s:before('para')">h2</xsl:when>
      <xsl:otherwise>
        <xsl:variable name="above"><xsl:for-each select="parent::r:section"><xsl:call-template name="heading-set"/></xsl:for-each></xsl:variable>
        <xsl:variable name="below" select="1 + concat('0', translate($above, 'part h', '0'))"/>
        <xsl:text>h</xsl:text>
        <xsl:choose>
          <xsl:when test="$below &gt; 5">5</xsl:when>
          <xsl:when test="$below &lt; $sheet/@unnumbered"><xsl:value-of select="$sheet/@unnumbered"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$below"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:variable name="chosen"><xsl:call-template name="heading-set"/></xsl:variable>
    <xsl:variable name="name" select="string($chosen)"/>
    <xsl:variable name="set" select="$S/*[name() = $name]"/>
    <xsl:choose>
      <!-- a code and a word are too wide to hang -->
      <xsl:when test="r:num and $S/@numbers = 'hang' and not(@style = 'code' or @style = 'word')">
        <xsl:call-template name="hanging-heading"><xsl:with-param name="set" select="$set"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <fo:block>
          <xsl:call-template name="dress"><xsl:with-param name="set" select="$set"/></xsl:call-template>
          <xsl:call-template name="space-under-heading"/>
          <xsl:call-template name="heading-alone"/>
          <xsl:call-template name="heading-role">
            <xsl:with-param name="level" select="count(ancestor::r:annex) + count(ancestor-or-self::r:section)"/>
          </xsl:call-template>
          <xsl:choose>
            <!-- "Chapter I" stands over its title, before the text column -->
            <xsl:when test="@style = 'word' and $name = 'h1' and r:num and r:heading and $S/@numbers = 'hang'">
              <fo:block role="NonStruct" start-indent="0pt"><xsl:apply-templates select="r:num/node()"/></fo:block>
              <fo:block role="NonStruct"><xsl:apply-templates select="r:heading/node()"/></fo:block>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="r:num/node()"/>
              <xsl:if test="r:num and r:heading"><xsl:call-template name="tab"><xsl:with-param name="set" select="$set"/></xsl:call-template></xsl:if>
              <xsl:apply-templates select="r:heading/node()"/>
            </xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Right under another heading the space below that one is enough. -->
  <xsl:template name="space-under-heading">
    <xsl:variable name="last" select="preceding-sibling::*[1]"/>
    <xsl:variable name="above" select="$last[not(self::r:pagebreak)] | $last[self::r:pagebreak]/preceding-sibling::*[1]"/>
    <xsl:if test="($above/self::r:num or $above/self::r:heading)
        or ($above/self::r:section and not($above/*[not(self::r:num or self::r:heading or self::r:pagebreak)]))">
      <xsl:attribute name="space-before">0pt</xsl:attribute>
      <xsl:attribute name="space-before.minimum">0pt</xsl:attribute>
      <xsl:attribute name="space-before.maximum">0pt</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- With nothing under it a heading goes with the next one, which without a number stands right below it; but
       many in a row are a list. -->
  <xsl:template name="heading-alone">
    <xsl:variable name="next" select="following-sibling::*[1]/self::r:section"/>
    <xsl:choose>
      <xsl:when test="*[not(self::r:num or self::r:heading or self::r:pagebreak)]"/>
      <xsl:when test="not($next) or preceding-sibling::*[1]/self::r:section[not(*[not(self::r:num or self::r:heading or self::r:pagebreak)])]
          /preceding-sibling::*[1]/self::r:section[not(*[not(self::r:num or self::r:heading or self::r:pagebreak)])]">
        <xsl:attribute name="keep-with-next.within-page">auto</xsl:attribute>
      </xsl:when>
      <xsl:when test="not(r:num | $next/r:num) and $next/*[not(self::r:heading or self::r:pagebreak)]">
        <xsl:attribute name="space-after">0pt</xsl:attribute>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The number ends before the text column, the words stand in it with all their lines. -->
  <xsl:template name="hanging-heading">
    <xsl:param name="set"/>
    <fo:list-block start-indent="0pt" provisional-distance-between-starts="{$column}pt"
        provisional-label-separation="{$S/heading-number/@separation}">
      <xsl:call-template name="dress"><xsl:with-param name="set" select="$set"/></xsl:call-template>
      <xsl:call-template name="space-under-heading"/>
      <xsl:call-template name="heading-alone"/>
      <xsl:call-template name="heading-role">
        <xsl:with-param name="level" select="count(ancestor::r:annex) + count(ancestor-or-self::r:section)"/>
      </xsl:call-template>
      <fo:list-item role="NonStruct">
        <fo:list-item-label role="NonStruct" end-indent="label-end()">
          <fo:block role="NonStruct" text-align="end"><xsl:apply-templates select="r:num/node()"/></fo:block>
        </fo:list-item-label>
        <fo:list-item-body role="NonStruct" start-indent="body-start()">
          <fo:block role="NonStruct"><xsl:apply-templates select="r:heading/node()"/></fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <!-- ==== paragraphs ==== -->

  <!-- A number goes with the first p when that comes next; the rest follows. -->
  <xsl:template match="r:para">
    <xsl:variable name="set" select="$S/operative[current()/@kind = 'operative'] | $S/para[not(current()/@kind = 'operative')]"/>
    <xsl:variable name="first" select="*[not(self::r:num)][1][self::r:p]"/>
    <fo:block role="NonStruct">
      <xsl:call-template name="common"/>
      <fo:block role="P">
        <xsl:call-template name="dress"><xsl:with-param name="set" select="$set"/></xsl:call-template>
        <xsl:if test="not($first)"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
        <xsl:apply-templates select="r:num/node()"/>
        <xsl:if test="r:num and $first"><xsl:call-template name="tab"><xsl:with-param name="set" select="$set"/></xsl:call-template></xsl:if>
        <xsl:apply-templates select="$first/node()"/>
      </fo:block>
      <xsl:apply-templates select="*[not(self::r:num)][generate-id() != generate-id($first)]"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:p">
    <xsl:call-template name="paragraph"><xsl:with-param name="set" select="$S/p"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:quote/r:p | r:quote/r:heading">
    <xsl:call-template name="paragraph"><xsl:with-param name="set" select="$S/quote-p"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:quote">
    <fo:block role="BlockQuote">
      <xsl:copy-of select="$S/quote/@*"/>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:box">
    <fo:block role="Sect"><xsl:call-template name="common"/><xsl:call-template name="frame"/></fo:block>
  </xsl:template>

  <!-- The frame stands round the outer block; what is in it keeps the text column. -->
  <xsl:template name="frame">
    <fo:block role="NonStruct">
      <xsl:copy-of select="$S/box/@*"/>
      <fo:block role="NonStruct">
        <xsl:if test="$column &gt; 0">
          <xsl:attribute name="start-indent"><xsl:value-of select="$column"/>pt</xsl:attribute>
          <xsl:attribute name="end-indent"><xsl:value-of select="$page/@column-end"/>pt</xsl:attribute>
        </xsl:if>
        <xsl:apply-templates/>
      </fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:box/r:heading | r:front[@kind = 'summary'][not(r:box)]/r:heading">
    <fo:block>
      <xsl:copy-of select="$S/box-heading/@*"/>
      <xsl:call-template name="common"/>
      <xsl:call-template name="heading-role"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- ==== resolutions, records, ends ==== -->

  <xsl:template match="r:preamble">
    <fo:block role="NonStruct"><xsl:call-template name="common"/><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="r:chapeau">
    <xsl:call-template name="paragraph"><xsl:with-param name="set" select="$S/chapeau"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="r:clause">
    <xsl:if test="r:num and not(*[2][self::r:p])">
      <fo:block role="P"><xsl:copy-of select="$S/clause/@*"/><xsl:apply-templates select="r:num/node()"/></fo:block>
    </xsl:if>
    <xsl:apply-templates select="*[not(self::r:num)]"/>
  </xsl:template>
  <xsl:template match="r:clause/r:p">
    <fo:block role="P">
      <xsl:copy-of select="$S/clause/@*"/>
      <xsl:call-template name="common"/>
      <xsl:if test="preceding-sibling::*[1][self::r:num]">
        <xsl:apply-templates select="../r:num/node()"/>
        <xsl:call-template name="tab"><xsl:with-param name="set" select="$S/operative"/></xsl:call-template>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- The words a clause begins with are set apart, and the word before the name of one who signs. -->
  <xsl:template match="r:clause/r:p/text()[not(preceding-sibling::node())] | r:para[@kind = 'operative']/r:p/text()[not(preceding-sibling::node())]">
    <xsl:variable name="lead"><xsl:call-template name="lead"/></xsl:variable>
    <xsl:if test="$lead != ''"><fo:inline><xsl:copy-of select="$S/lead/@*"/><xsl:value-of select="$lead"/></fo:inline></xsl:if>
    <xsl:call-template name="text-behind"><xsl:with-param name="skip" select="string-length($lead)"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="r:signature/r:p/text()[not(preceding-sibling::node())]">
    <xsl:variable name="signed"><xsl:call-template name="signed"/></xsl:variable>
    <xsl:if test="$signed != ''">
      <xsl:text>(</xsl:text>
      <fo:inline><xsl:copy-of select="$S/signed/@*"/><xsl:value-of select="$signed"/></fo:inline>
      <xsl:text>)</xsl:text>
    </xsl:if>
    <xsl:call-template name="text-behind"><xsl:with-param name="skip" select="(string-length($signed) + 2) * ($signed != '')"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:signature">
    <fo:block role="NonStruct">
      <xsl:copy-of select="$S/signature/@*"/>
      <xsl:call-template name="common"/>
      <xsl:for-each select="r:p"><fo:block role="P"><xsl:call-template name="common"/><xsl:apply-templates/></fo:block></xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:adoption">
    <xsl:call-template name="paragraph"><xsl:with-param name="set" select="$S/adoption"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="r:vote">
    <fo:block role="NonStruct"><xsl:call-template name="common"/><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="r:vote/r:heading">
    <xsl:call-template name="paragraph"><xsl:with-param name="set" select="$S/vote"/></xsl:call-template>
  </xsl:template>

  <!-- The speaker leads the first paragraph of the speech. -->
  <xsl:template match="r:speech">
    <xsl:variable name="first" select="*[not(self::r:speaker)][1][self::r:p]"/>
    <fo:block role="NonStruct">
      <xsl:call-template name="common"/>
      <fo:block role="P">
        <xsl:copy-of select="$S/p/@*"/>
        <fo:inline>
          <xsl:copy-of select="$S/speaker/@*"/>
          <xsl:apply-templates select="r:speaker/node()"/>
        </fo:inline>
        <xsl:if test="$first"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="$first/node()"/>
      </fo:block>
      <xsl:apply-templates select="*[not(self::r:speaker)][generate-id() != generate-id($first)]"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="r:rule" name="rule">
    <fo:block role="artifact" text-align="center" text-indent="0pt" start-indent="0pt" end-indent="0pt" line-height="{$S/rule/@line-height}"
        keep-with-previous.within-page="always">
      <fo:leader leader-pattern="rule" leader-length="{$S/rule/@width}" rule-thickness="{$S/rule/@thickness}"/>
    </fo:block>
  </xsl:template>

  <!-- Blanks between elements that only group mean nothing. -->
  <xsl:template match="r:report/text() | r:head/text() | r:front/text() | r:body/text() | r:annex/text() | r:section/text() | r:para/text()
      | r:list/text() | r:item/text() | r:quote/text() | r:box/text() | r:table/text() | r:row/text() | r:figure/text()
      | r:signature/text() | r:preamble/text() | r:clause/text() | r:vote/text() | r:speech/text() | r:contents/text() | r:note/text()"/>
</xsl:stylesheet>
