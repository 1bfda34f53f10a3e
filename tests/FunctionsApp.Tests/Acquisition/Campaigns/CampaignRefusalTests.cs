using System.Net;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Acquisition.Campaigns;

public sealed class CampaignRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string?, string> Faults { get; } =
    [
        .. SpoiledJson.IdFaults("id"),
        .. SpoiledJson.TextFaults("name", 60),
        ("mode", null, "mode"), ("mode", "\"Share\"", "mode"), ("mode", "\"posterShare\"", "mode"),
        ("mode", "0", "mode"),
        .. SpoiledJson.InstantFaults("opensAt"),
        .. SpoiledJson.InstantFaults("closesAt"),
        ("opensAt", "\"2027-06-01T00:00:00Z\"", "closesAt"), ("closesAt", "\"2026-11-30T00:00:00Z\"", "closesAt"),
        ("groupIds", null, "groupIds"), ("groupIds", "null", "groupIds"), ("groupIds", "[]", "groupIds"),
        ("groupIds", "\"tea-1\"", "groupIds"), ("groupIds", "{}", "groupIds"),
        ("groupIds", SpoiledJson.Items(201), "groupIds"), ("groupIds", "[\"tea-1\",\"tea-1\"]", "groupIds"),
        ("groupIds", "[\"no-such-group\"]", "groupIds"),
        ("groupIds", "[null]", "groupIds[0]"), ("groupIds", "[7]", "groupIds[0]"),
        ("groupIds", "[\"a/b\"]", "groupIds[0]"),
        ("colour", "\"red\"", "colour"), ("liveGroup", "1", "liveGroup"),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Invalid_campaign_is_refused_with_the_field_and_not_stored(
        string path, string? json, string field)
    {
        var id = app.NewId("campaign");
        var right = SampleBodies.Campaign(id, app.Now, app.Now.AddDays(30), await app.GroupAsync());

        var answer = await app.SendBytesAsync(
            HttpMethod.Post, "/api/campaigns", SpoiledJson.Replace(right, path, json));

        answer.Names(field);
        (await app.GetAsync($"/api/campaigns/{id}")).IsProblem(HttpStatusCode.NotFound);
        Assert.Empty(
            (await app.GetAsync("/api/campaigns?top=200"))
                .Expecting(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray());
    }
}
