using FunctionsApp.Insights.Rehearsals;

namespace Rehearsal.Reports.Html;

/// <summary>Stocks and budgets, and what was used of them.</summary>
static class StockSection
{
    public static void Write(HtmlWriter html, ReportData data)
    {
        html.Write($"<p class=\"note\">有计划数时，条的全长是计划数。</p>\n");
        HtmlTable.Begin(
            html, "计划的和用掉的", "名称", "种类", "计划", "#计划数", "#平均用掉", "#80 % 区间", "图", "#花费");
        foreach (var stock in data.Stock) WriteRow(html, stock);
        HtmlTable.End(html);
    }

    static void WriteRow(HtmlWriter html, RehearsalStock stock)
    {
        var mean = ReportFormat.Number(stock.Mean);
        var band = ReportFormat.Band("units", stock.Low, stock.High);
        var planned = stock.Planned is { } limit ? ReportFormat.Number(limit) : "不限";
        html.Write($"<tr><th scope=\"row\">{stock.Title}</th><td>{ReportWords.Stock(stock.Kind)}</td>");
        html.Write($"<td>{stock.PlanId}</td><td class=\"number\">{planned}</td>");
        html.Write($"<td class=\"number strong\">{mean}</td><td class=\"number\">{band}</td><td>");
        var title = $"{stock.Title}：平均用掉 {mean}，区间 {band}，计划 {planned}";
        BandBar.Write(html, stock.Mean, stock.Low, stock.High, stock.Planned ?? stock.High, title);
        var cost = stock.CostMinor is { } minor ? ReportFormat.Money(minor) : "—";
        html.Write($"</td><td class=\"number\">{cost}</td></tr>\n");
    }
}
