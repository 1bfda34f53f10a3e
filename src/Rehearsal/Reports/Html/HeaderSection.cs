namespace Rehearsal.Reports.Html;

/// <summary>What was rehearsed, and the list of sections.</summary>
static class HeaderSection
{
    const int DigestDigits = 12;

    public static void Write(HtmlWriter html, ReportData data, IReadOnlyList<ReportSection> sections)
    {
        var report = data.Report;
        html.Write($"<header><h1>彩排报告</h1>\n<dl class=\"facts\">");
        WriteFact(html, "品牌", report.BrandId);
        WriteFact(html, "时段", PeriodOf(data));
        WriteFact(html, "时区", data.Zone.Id);
        WriteFact(html, "渠道", ReportWords.Channel(report.Channel));
        WriteFact(html, "人数", report.Members is { } members ? $"{ReportFormat.Number(members)} 人" : null);
        WriteFact(html, "种子", SeedsOf(report.Seeds ?? []));
        WriteFact(html, "计划摘要", report.PlanDigest is { } digest ? Shorten(digest) : null);
        html.Write($"</dl>\n");
        html.Write($"<p class=\"notice\"><strong>彩排不是预测。</strong>这里的人是按下面的假设模拟出来的。");
        html.Write($"彩排能看出计划会发什么、何时发、谁要做什么、哪里会满；真人会怎么做，它不知道。</p>\n");
        html.Write($"<nav aria-label=\"目录\"><ul>");
        foreach (var section in sections) html.Write($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>");
        html.Write($"</ul></nav></header>\n");
    }

    static void WriteFact(HtmlWriter html, string name, string? value)
    {
        if (value is not null) html.Write($"<div><dt>{name}</dt><dd>{value}</dd></div>");
    }

    static string? PeriodOf(ReportData data) => data.Report is { From: { } from, To: { } to }
        ? $"{ReportFormat.InstantWithYear(data.ToLocal(from))} 到 {ReportFormat.InstantWithYear(data.ToLocal(to))}"
        : null;

    static string SeedsOf(IReadOnlyList<int> seeds)
    {
        if (seeds.Count == 0) return "0 个";
        var isRange = seeds.Count > 2 && seeds.Index().All(seed => seed.Item == seeds[0] + seed.Index);
        var numbers = isRange ? $"{seeds[0]} 到 {seeds[^1]}" : string.Join("、", seeds);
        return $"{seeds.Count} 个（{numbers}）";
    }

    static string Shorten(string digest) => digest.Length > DigestDigits ? digest[..DigestDigits] : digest;
}
