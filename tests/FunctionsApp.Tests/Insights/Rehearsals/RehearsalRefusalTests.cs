using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FunctionsApp.Insights.Rehearsals;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Insights.Rehearsals;

public sealed class RehearsalRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    static readonly Dictionary<string, Action<JsonObject>> Spoiled = new(StringComparer.Ordinal)
    {
        ["schema"] = report => report["schema"] = "community-plans",
        ["version"] = report => (report["version"], report["later"]) = (2, true),
        ["later"] = report => report["later"] = true,
        ["brandId"] = report => report["brandId"] = "tea",
        ["planDigest"] = report => report.Remove("planDigest"),
        ["from"] = report => report.Remove("from"),
        ["to"] = report => report["to"] = report["from"]!.DeepClone(),
        ["timeZone"] = report => report["timeZone"] = "",
        ["members"] = report => report["members"] = -1,
        ["seeds"] = report => report["seeds"] = new JsonArray(),
        ["timeline"] = report => report.Remove("timeline"),
        ["figures[0]"] = report => report["figures"] = new JsonArray((JsonNode?)null),
        ["figures[0].id"] = report => report["figures"]![0]!["scope"] = "Campaign",
        ["figures[0].low"] = report => report["figures"]![0]!["low"] = 9,
        ["figures[0].scope"] = report =>
            (report["figures"]![0]!["scope"], report["figures"]![0]!["id"]) = (99, "a"),
        ["figures[0].mean"] = report => report["figures"]![0]!["mean"] = JsonNode.Parse("1e999"),
        ["timeline[0].at"] = report => report["timeline"]![0]!["at"] = "soon",
        ["timeline[0].text"] = report => report["timeline"]![0]!["text"] = new string('长', 4_001),
        ["timeline[0].kind"] = report => report["timeline"]![0]!["kind"] = "Party",
        ["staff[0].later"] = report => report["staff"]![0]!["later"] = 1,
        ["warnings[0].seeds"] = report => report["warnings"]![0]!["seeds"] = -1,
        ["comparison.differences"] = report =>
            report["comparison"] = new JsonObject { ["planDigest"] = "0", ["differences"] = null },
    };

    public static TheoryData<string> Fields => [.. Spoiled.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Report_that_cannot_be_read_is_400_at_its_path(string field)
    {
        var report = app.Report(RehearsalClient.Figure(RehearsalScope.Brand, null, "messages", 1, 3));
        Spoiled[field](report);

        (await app.SendReportAsync(report.ToJsonString())).Names(field);
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData("[]", "body")]
    [InlineData("{", "body")]
    public async Task Text_that_is_no_report_is_400(string text, string field) =>
        (await app.SendReportAsync(text)).ExpectingInvalid(field);

    [Fact]
    public async Task Number_that_is_left_out_is_named()
    {
        var report = app.Report(RehearsalClient.Figure(RehearsalScope.Brand, null, "messages", 1, 3));
        report["figures"]![0]!.AsObject().Remove("low");

        var answer = await app.SendReportAsync(report.ToJsonString());

        answer.Names("figures[0]");
        var reasons = answer.Json.GetProperty("errors").GetProperty("figures[0]");
        Assert.Equal("lacks 'low'.", Assert.Single(reasons.EnumerateArray()).GetString());
    }

    [Fact]
    public async Task No_more_than_twenty_faults_of_items_are_named()
    {
        var report = app.Report();
        report["timeline"] = new JsonArray([.. Enumerable.Range(0, 50_000).Select(_ => (JsonNode?)null)]);

        var answer = (await app.SendReportAsync(report.ToJsonString())).Expecting(HttpStatusCode.BadRequest);

        Assert.Equal(20, answer.Json.GetProperty("errors").EnumerateObject().Count());
    }

    [Fact]
    public async Task Larger_report_is_413_and_another_type_415()
    {
        var large = new string(' ', RehearsalReportReader.MaxBytes + 1);

        (await app.SendReportAsync(large)).IsProblem(HttpStatusCode.RequestEntityTooLarge);
        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");
        (await app.SendAsync(HttpMethod.Post, RehearsalClient.Path, text))
            .IsProblem(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("/api/rehearsals/0123456789abcdef")]
    [InlineData("/api/rehearsals/nothing")]
    [InlineData("/api/insights/rehearsals/0123456789abcdef")]
    public async Task Unknown_report_is_404(string path) =>
        (await app.GetAsync(path)).IsProblem(HttpStatusCode.NotFound);
}
