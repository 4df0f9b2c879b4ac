/// What pages look like: on a desk, on a phone, in the dark, on paper.
enum PageStyle {
  /// What all pages have in common.
  static let common = """

    :root{color-scheme:light dark;--ink:#1c1e21;--soft:#57606a;--paper:#fff;--line:#d5dae0;
      --lit:#fff0b8;--mark:#b45309;--node:#f3f6fb;--edge:#8fa3b8;
      --back:#6d28d9;--change:#0f766e}
    @media (prefers-color-scheme:dark){:root{--ink:#e8e8e8;--soft:#a3adb8;--paper:#16181c;
      --line:#3a414a;--lit:#3d340f;--mark:#fbbf24;--node:#232a35;--edge:#66788a;
      --back:#c4b5fd;--change:#5eead4}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:80rem;padding:1.5rem clamp(1rem,3vw,2.5rem) 5rem;
      color:var(--ink);background:var(--paper);font:1rem/1.6 system-ui,"Noto Sans CJK SC",
      "PingFang SC","Microsoft YaHei",sans-serif}
    h1{font-size:1.6rem;line-height:1.25;margin:0 0 .4rem}
    h2{font-size:1.2rem;margin:2.2rem 0 .5rem;padding-bottom:.25rem;
      border-bottom:1px solid var(--line)}
    p{margin:.6rem 0}.remark,.reason{color:var(--soft)}
    math{font-family:"STIX Two Math","Latin Modern Math","Cambria Math",math;font-size:1.1em}
    .scroll{overflow-x:auto;margin:1rem 0}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    th,td{padding:.3rem .8rem;border-bottom:1px solid var(--line);text-align:right;
      white-space:nowrap}
    th{font-weight:600;border-bottom-width:2px}.word{text-align:left}
    @media print{body{max-width:none;padding:0;font-size:10.5pt}h2{break-after:avoid}
      tr{break-inside:avoid}}

    """

  /// What a worksheet has besides: room to write.
  static let worksheet = """
    body{max-width:52rem;overflow-wrap:anywhere}.name{margin:1.2rem 0}figure{margin:1rem 0}
    svg{display:block;max-width:34rem;width:100%;height:auto}
    .given{display:inline-block;margin:.1rem 1.4rem .1rem 0}
    table{width:100%}td{padding:.55rem .8rem}
    .room{width:14rem;border:1.5px solid var(--edge);border-radius:3px;text-align:left}
    .grid{width:auto;margin:.8rem 0;break-inside:avoid}.grid th{border:0}
    .grid th:not(:first-child){text-align:center}.wide svg{max-width:none}
    .grid .room{width:6rem;height:2.3rem;padding:.3rem .5rem;border-radius:0}

    """

  /// What a slip has besides: marked answers, right lines.
  static let slip = """
    body{max-width:52rem}.points{font-weight:600;font-size:1.1rem}
    ul{padding-left:1.3rem}.legend{color:var(--soft);font-size:.9rem}
    section{margin:1rem 0;padding-left:.9rem;border-left:3px solid var(--line)}
    .line{margin:.3rem 0 .3rem 1.2rem;overflow-wrap:anywhere;font-family:"STIX Two Text",
      "Cambria","DejaVu Serif","Noto Serif CJK SC",serif}.line span{display:inline-block;
      max-width:100%}
    .unread td{white-space:normal;overflow-wrap:anywhere;vertical-align:top}
    @media print{section{break-inside:avoid}thead{display:table-header-group}
      .scroll{overflow:visible}}

    """

  /// What a derivation has besides: the picture beside the steps, the steps themselves.
  static let derivation = """
    @media (min-width:64rem){.page{display:grid;grid-template-columns:minmax(0,28rem)
      minmax(0,1fr);gap:2.5rem}figure{position:sticky;top:1.5rem;align-self:start}}
    figure{margin:1rem 0;z-index:1;background:var(--paper)}
    main h2:first-child{margin-top:1rem}
    svg{display:block;max-width:100%;max-height:75vh;height:auto;margin:auto}
    .equation{display:flex;flex-wrap:wrap;gap:.35rem .45rem;align-items:baseline;
      margin:.35rem 0;padding:.3rem .5rem .3rem 2.2rem;text-indent:0;
      border-left:3px solid transparent;border-radius:3px;overflow:auto hidden}
    .equation>math:first-child{margin-left:-1.4rem}
    .rule{padding-left:2.6rem;border-left-color:var(--line)}
    .given{display:inline-block;margin:.1rem 1.4rem .1rem 0;padding:0 .3rem;border-radius:3px}
    .current,.current td{background:var(--lit)}.equation.current{border-left-color:var(--mark)}
    .stepping [data-id]{cursor:pointer}
    svg{--now:var(--mark)}svg[data-phase=back]{--now:var(--back)}
    svg[data-phase=gradients],svg[data-phase=new]{--now:var(--change)}
    .node.lit{stroke:var(--now);stroke-width:5;fill:var(--lit)}
    path.lit{stroke:var(--now);stroke-width:4}
    svg[data-phase=back] .delta,svg[data-phase=gradients] .delta,
    svg[data-phase=gradients] .gradient,svg[data-phase=new] .new{display:inline}
    svg[data-phase=gradients] .weight,svg[data-phase=new] .weight{display:none}
    svg .delta{fill:var(--back)}svg .gradient text,svg .new text{fill:var(--change)}
    .cell.lit,.cell.seen{fill:var(--lit);fill-opacity:1}.cell.lit{stroke-width:3.5}
    .cell.seen:not(.lit){stroke:var(--now);stroke-width:1.6}.fan.lit{stroke-width:2.5}
    [data-parameter].lit .bias{fill:var(--now);font-weight:700}
    svg[data-phase] .window{display:none}
    svg[data-phase] .window.lit{display:inline;stroke:var(--now)}
    svg[data-phase=back] .received,svg[data-phase=gradients] .received{display:inline}
    svg[data-phase=back] .sent,svg[data-phase=gradients] .sent{display:none}
    svg .received{fill:var(--back)}svg text.gradient,svg text.new{fill:var(--change)}
    nav{position:fixed;z-index:2;bottom:0;left:0;right:0;display:flex;justify-content:center;
      align-items:center;gap:1rem;padding:.5rem;background:var(--paper);
      border-top:1px solid var(--line)}
    @media (min-width:64rem){.half{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
      .half svg{max-height:85vh}.page.wide{display:block}}
    .wide svg{max-height:38vh}.stepping .wide figure{position:sticky;top:0;
      border-bottom:1px solid var(--line)}.wide [data-id]{scroll-margin-top:40vh}
    nav[hidden]{display:none}
    button{font:inherit;min-width:3rem;padding:.35rem .9rem;border:1px solid var(--edge);
      border-radius:6px;color:inherit;background:var(--node);cursor:pointer}
    output{min-width:10rem;text-align:center;color:var(--soft)}
    select{font:inherit;max-width:14rem;padding:.3rem .5rem;border:1px solid var(--edge);
      border-radius:6px;color:inherit;background:var(--node)}
    @media (max-width:63.99rem){.stepping figure{position:sticky;top:0;
      border-bottom:1px solid var(--line)}.stepping svg{max-height:34vh}
      [data-id]{scroll-margin-top:36vh}.equation{padding-left:1.6rem;font-size:.95em}}
    @media print{nav{display:none}.page{display:block}figure{position:static}
      svg{max-height:9cm}.current,.current td{background:none}
      .equation{break-inside:avoid;overflow:visible;border-left-color:transparent}}

    """
}
