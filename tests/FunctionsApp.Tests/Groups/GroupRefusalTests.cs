using System.Net;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Groups;

public sealed class GroupRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string?, string> Faults { get; } =
    [
        .. SpoiledJson.IdFaults("id"),
        .. SpoiledJson.TextFaults("name", 60),
        ("kind", null, "kind"),
        ("kind", "null", "kind"),
        ("kind", "\"Party\"", "kind"),
        ("kind", "\"flash\"", "kind"),
        ("kind", "0", "kind"),
        ("kind", "\"0\"", "kind"),
        ("kind", "\"Flash\"", "charter.endsAt"),
        ("capacity", null, "capacity"),
        ("capacity", "0", "capacity"),
        ("capacity", "-1", "capacity"),
        ("capacity", "501", "capacity"),
        ("capacity", "1.5", "capacity"),
        ("capacity", "\"200\"", "capacity"),
        ("capacity", "99999999999", "capacity"),
        ("capacity", "1e400", "capacity"),
        ("capacity", "true", "capacity"),
        ("joinUrl", "\"javascript:alert(1)\"", "joinUrl"),
        ("joinUrl", "\"/relative\"", "joinUrl"),
        ("joinUrl", "\"\"", "joinUrl"),
        ("joinUrl", "7", "joinUrl"),
        ("joinUrl", $"\"https://x.cn/{new string('a', 400)}\"", "joinUrl"),
        ("joinUrl", $"\"https://x.cn/{new string('群', 390)}\"", "joinUrl"),
        ("charter", null, "charter"),
        ("charter", "null", "charter"),
        ("charter", "\"a charter\"", "charter"),
        ("charter", "[]", "charter"),
        .. SpoiledJson.TextFaults("charter.audience", 200),
        .. SpoiledJson.TextFaults("charter.service", 200),
        .. SpoiledJson.TextFaults("charter.ending", 200),
        ("charter.benefits", null, "charter.benefits"),
        ("charter.benefits", "[]", "charter.benefits"),
        ("charter.benefits", SpoiledJson.Items(11), "charter.benefits"),
        ("charter.benefits", "[\"\"]", "charter.benefits[0]"),
        ("charter.benefits", "[null]", "charter.benefits[0]"),
        ("charter.benefits", "[\"a\",7]", "charter.benefits[1]"),
        ("charter.benefits", $"[{SpoiledJson.Text(81)}]", "charter.benefits[0]"),
        ("charter.benefits", "\"one\"", "charter.benefits"),
        ("charter.rules", null, "charter.rules"),
        ("charter.rules", "[]", "charter.rules"),
        ("charter.rules", SpoiledJson.Items(21), "charter.rules"),
        ("charter.rules", $"[\"a\",{SpoiledJson.Text(121)}]", "charter.rules[1]"),
        ("charter.endsAt", "\"2027-01-01T10:00:00\"", "charter.endsAt"),
        ("charter.endsAt", "7", "charter.endsAt"),
        ("colour", "\"red\"", "colour"),
        ("Name", "\"x\"", "Name"),
        ("charter.colour", "\"red\"", "charter.colour"),
        ("state", "\"Open\"", "state"),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Group_with_an_invalid_field_is_refused_with_its_name_and_not_stored(
        string path, string? json, string field)
    {
        var id = app.NewId("group");

        var body = SpoiledJson.Replace(SampleBodies.Group(id), path, json);

        (await app.SendBytesAsync(HttpMethod.Post, "/api/groups", body)).Names(field);

        (await app.GetAsync($"/api/groups/{id}")).IsProblem(HttpStatusCode.NotFound);
        var list = (await app.GetAsync("/api/groups?top=200")).Expecting(HttpStatusCode.OK);
        Assert.Empty(list.Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Duplicate_field_is_refused_with_its_name()
    {
        var group = SampleBodies.Group(app.NewId("group"));
        var body = SpoiledJson.Replace(group, "name", "\"a\",\"name\":\"b\"");

        (await app.SendBytesAsync(HttpMethod.Post, "/api/groups", body)).Names("name");
    }
}
