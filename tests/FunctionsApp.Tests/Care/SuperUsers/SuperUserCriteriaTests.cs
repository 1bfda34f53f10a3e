using System.Net;
using System.Text.Json.Nodes;
using Community.Care.SuperUsers;
using FunctionsApp.Care.SuperUsers;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Care.SuperUsers;

public sealed class SuperUserCriteriaTests(ShopHost app) : IClassFixture<ShopHost>
{
    public static TheoryData<string, string?, string> Faults { get; } =
    [
        .. SpoiledJson.TextFaults("by", 40).Where(fault => fault.Json is not (null or "null")),
        .. new[] { null, "null", "[]" }.Select(json => ("rules", json, "rules")),
        .. new[] { "null", "0", "-1", "10001", "\"2\"", "1.5" }
            .Select(json => ("rules", Rules("\"orders\"", json), "rules[0].atLeast")),
        .. new[] { "null", "\"Orders\"", "\"score\"", "1" }
            .Select(json => ("rules", Rules(json, "2"), "rules[0].figure")),
        ("rules", "[null]", "rules[0]"),
        ("rules", """[{"figure":"orders","atLeast":1},{"figure":"orders","atLeast":2}]""", "rules"),
        ("rules", """[{"figure":"activeDays","atLeast":91}]""", "rules[0].atLeast"),
        ("rules", """[{"figure":"spentMinor","atLeast":1000000001}]""", "rules[0].atLeast"),
        .. new[] { null, "null", "[]", "[\"\"]" }
            .Select(json => ("benefits", json, json == "[\"\"]" ? "benefits[0]" : "benefits")),
        .. new[] { null, "null", "1.01", "-0.1", "30" }.Select(json => ("mix.super", json, "mix.super")),
        .. new[] { null, "null", "1.01", "-0.1" }.Select(json => ("mix.tolerance", json, "mix.tolerance")),
        ("currency", "\"yuan\"", "currency"),
        ("groupId", "\"no-such-group\"", "groupId"),
        ("groupId", null, "groupId"),
    ];

    [Fact]
    public async Task Criteria_are_read_with_the_words_and_the_address_of_their_page()
    {
        var group = await app.GroupAsync();
        var body = SuperUserClient.Body(group);
        body["rules"] = new JsonArray(
            SuperUserClient.Rule("spentMinor", 50_000),
            SuperUserClient.Rule("orders", 3),
            SuperUserClient.Rule("credits", 2),
            SuperUserClient.Rule("activeDays", 10));

        var published = (await app.PutCriteriaAsync(body)).Expecting(HttpStatusCode.OK).As<SuperUserCriteriaView>();

        Assert.Equal(("CNY", $"https://brand.example.com/c/{group}"), (published.Currency, published.PageUrl));
        Assert.Equal(
            [("spentMinor", 50_000), ("orders", 3), ("credits", 2), ("activeDays", 10)],
            published.Rules.Select(rule => (rule.Figure, rule.AtLeast)));
        Assert.Equal("累计消费满 500元", published.Rules[0].Text);
        Assert.Equal(new SuperUserMix(0.3m, 0.05m), published.Mix);
        var read = await app.GetAsync($"{SuperUserClient.Criteria}?groupId={group}");
        Assert.Equal(published.PublishedAt, read.Expecting(HttpStatusCode.OK).As<SuperUserCriteriaView>().PublishedAt);
    }

    [Fact]
    public async Task Criteria_are_published_without_a_name()
    {
        var group = await app.GroupAsync();
        var body = SuperUserClient.Body(group);
        body.Remove("by");

        var published = (await app.PutCriteriaAsync(body)).Expecting(HttpStatusCode.OK).As<SuperUserCriteriaView>();

        Assert.Null(published.By);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Body_with_a_fault_is_refused_by_path(string path, string? json, string field)
    {
        var body = SuperUserClient.Body(await app.GroupAsync());

        var refused = await app.SendBytesAsync(
            HttpMethod.Put, SuperUserClient.Criteria, SpoiledJson.Replace(body, path, json));

        refused.IsProblem(HttpStatusCode.BadRequest);
        refused.ExpectingInvalid(field);
    }

    [Fact]
    public async Task Group_of_another_kind_is_refused()
    {
        var group = await app.GroupAsync(kind: "Delivery");

        (await app.PutCriteriaAsync(SuperUserClient.Body(group))).ExpectingInvalid("groupId");
        (await app.GetAsync($"/api/super-users?groupId={group}")).ExpectingInvalid("groupId");
        (await app.InviteAsync(group, "u1")).ExpectingInvalid("groupId");
    }

    [Fact]
    public async Task Same_criteria_again_change_nothing_and_a_stale_edit_is_refused()
    {
        var group = await app.GroupAsync();
        var body = SuperUserClient.Body(group);
        (await app.PutCriteriaAsync(body, ("If-Match", "\"none\""))).IsProblem(HttpStatusCode.PreconditionFailed);
        var first = (await app.PutCriteriaAsync(body)).As<SuperUserCriteriaView>();
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        var again = (await app.PutCriteriaAsync(body)).Expecting(HttpStatusCode.OK).As<SuperUserCriteriaView>();

        Assert.Equal(first.PublishedAt, again.PublishedAt);
        body["benefits"] = new JsonArray("生日礼");
        (await app.PutCriteriaAsync(body, ("If-Match", "\"other\""))).IsProblem(HttpStatusCode.PreconditionFailed);
        Assert.Equal(["生日礼"], (await app.PutCriteriaAsync(body)).As<SuperUserCriteriaView>().Benefits);
    }

    [Fact]
    public async Task Group_without_criteria_has_none_to_read()
    {
        var group = await app.GroupAsync();

        (await app.GetAsync($"{SuperUserClient.Criteria}?groupId={group}")).IsProblem(HttpStatusCode.NotFound);
        (await app.GetAsync(SuperUserClient.Criteria)).ExpectingInvalid("groupId");
        (await app.GetAsync("/api/super-users")).ExpectingInvalid("groupId");
    }

    [Fact]
    public async Task Page_tells_everybody_criteria_and_benefits_and_no_one_who_is_a_member()
    {
        var group = await app.GroupAsync();
        (await app.GetAsync($"/c/{group}")).IsProblem(HttpStatusCode.NotFound);
        var body = SuperUserClient.Body(group);
        body["benefits"] = new JsonArray("<script>alert(1)</script>");
        await app.JoinAsync(group, "secret-member", name: "林小姐");
        await app.PutCriteriaAsync(body);

        var page = (await app.GetAsync($"/c/{group}", ("x-functions-key", ""))).Expecting(HttpStatusCode.OK);

        Assert.StartsWith("text/html", page.ContentType!, StringComparison.Ordinal);
        Assert.Contains("noindex", page.Text, StringComparison.Ordinal);
        Assert.Contains("累计下单 2 单以上", page.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-member", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("林小姐", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-group")]
    [InlineData("%24criteria")]
    [InlineData("%E8%8C%B6")]
    [InlineData("a%5Cb")]
    public async Task Page_of_rubbish_is_404(string id) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync($"/c/{id}")).Status);

    [Fact]
    public async Task Page_ends_with_the_group()
    {
        var group = await app.GroupAsync();
        await app.PutCriteriaAsync(SuperUserClient.Body(group));

        await app.DissolvedAsync(group);

        (await app.GetAsync($"/c/{group}")).IsProblem(HttpStatusCode.NotFound);
        await app.AdvanceAsync(TimeSpan.FromDays(1));
        (await app.GetAsync($"{SuperUserClient.Criteria}?groupId={group}")).IsProblem(HttpStatusCode.NotFound);
    }

    static string Rules(string figure, string atLeast) => $$"""[{"figure":{{figure}},"atLeast":{{atLeast}}}]""";
}
