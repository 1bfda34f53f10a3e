namespace Rehearsal.Reports.Html;

/// <summary>
/// A section of the page. It is left out where <paramref name="Applies"/> is false for the report.
/// </summary>
sealed record ReportSection(
    string Id, string Title, Func<ReportData, bool> Applies, Action<HtmlWriter, ReportData> Write);
