namespace Rehearsal.Reports.Html;

/// <summary>What a person should look at.</summary>
static class WarningSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        if (data.Warnings.Count == 0)
        {
            html.Write($"<p>没有提醒。</p>\n");
            return;
        }

        html.Write($"<ol class=\"warnings\">\n");
        foreach (var warning in data.Warnings)
        {
            html.Write($"<li><span class=\"text\">{warning.Text}</span> ");
            html.Write($"<span class=\"seeds\">{warning.Seeds}/{data.Seeds} 个种子</span></li>\n");
        }

        html.Write($"</ol>\n");
    }
}
