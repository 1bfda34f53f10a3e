using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Acquisition.Posters;

public sealed class PosterRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string?, string> Faults { get; } =
    [
        .. SpoiledJson.TextFaults("title", 40),
        ("lines", null, "lines"), ("lines", "null", "lines"), ("lines", "\"one\"", "lines"),
        ("lines", SpoiledJson.Items(7), "lines"),
        ("lines", "[\"\"]", "lines[0]"), ("lines", "[null]", "lines[0]"), ("lines", "[7]", "lines[0]"),
        ("lines", $"[\"a\",{SpoiledJson.Text(41)}]", "lines[1]"), ("lines", "[\"\\ud800\"]", "lines[0]"),
        ("id", "\"poster-1\"", "id"), ("colour", "\"red\"", "colour"),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Invalid_poster_is_refused_with_the_field(string path, string? json, string field)
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());

        var body = SpoiledJson.Replace(SampleBodies.Poster(), path, json);
        (await app.SendBytesAsync(HttpMethod.Post, $"/api/campaigns/{campaign}/posters", body)).Names(field);
    }
}
