using System.Net;
using System.Text.Json.Nodes;
using Community.Transfer;
using FunctionsApp.Tests.Content;
using FunctionsApp.Tests.Platform.Http;
using FunctionsApp.Tests.Pushes;
using FunctionsApp.Tests.Selling.Conversions;

namespace FunctionsApp.Tests.Transfer;

public sealed class ImportRefusalTests(AppHost app) : IClassFixture<AppHost>
{
    const string Brand = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("", "body")]
    [InlineData("[]", "body")]
    [InlineData("""{"schema":"plans","version":1}""", "schema")]
    [InlineData("""{"schema":"community-plans"}""", "version")]
    [InlineData("""{"schema":"community-plans","version":2,"later":true}""", "version")]
    [InlineData("""{"schema":"community-plans","version":1}""", "brandId")]
    [InlineData("""{"schema":"community-plans","version":1,"brandId":"tea"}""", "brandId")]
    [InlineData($$"""{"schema":"community-plans","version":1,"brandId":"{{Brand}}","later":1}""", "later")]
    [InlineData($$"""{"schema":"community-plans","version":1,"brandId":"{{Brand}}","groups":[null]}""", "groups[0]")]
    [InlineData(
        $$"""{"schema":"community-plans","version":1,"brandId":"{{Brand}}","groups":[{"capacity":"many"}]}""",
        "groups[0].capacity")]
    [InlineData(
        $$$"""{"schema":"community-plans","version":1,"brandId":"{{{Brand}}}","conversions":[{"linkAt":"soon"}]}""",
        "conversions[0].linkAt")]
    public async Task Document_that_cannot_be_read_is_400_at_its_path(string document, string field) =>
        (await app.ImportTextAsync(document)).ExpectingInvalid(field);

    [Theory]
    [InlineData("?dryRun=maybe", "dryRun")]
    [InlineData("?overwrite=1", "overwrite")]
    public async Task Query_that_is_no_flag_is_400(string query, string field) =>
        (await app.ImportTextAsync(Document().ToJsonString(), query)).ExpectingInvalid(field);

    [Fact]
    public async Task Larger_document_is_413_and_another_type_415()
    {
        var large = new string(' ', (8 * 1024 * 1024) + 1);

        (await app.ImportTextAsync(large)).IsProblem(HttpStatusCode.RequestEntityTooLarge);
        using var text = new StringContent("{}", System.Text.Encoding.UTF8, "text/plain");
        (await app.SendAsync(HttpMethod.Post, "/api/import", text)).IsProblem(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_fault_is_named_by_its_path_and_the_rest_goes_on(bool dryRun)
    {
        var (good, bad) = (app.NewId("group"), app.NewId("group"));
        var (now, soon) = (app.Now, app.Now.AddDays(1));
        var nameless = SampleBodies.Group(bad);
        nameless["name"] = "";
        var early = SampleBodies.Group(app.NewId("group"));
        early["openedAt"] = soon;
        var ownerless = SampleBodies.Group(app.NewId("group"));
        ownerless["owner"] = "nobody";
        var limited = SampleBodies.Group(app.NewId("group"));
        limited["pushLimits"] = new JsonObject { ["windowStart"] = "22:00", ["windowEnd"] = "21:00" };
        var disorder = ConversionClient.Conversion(app.NewId("conversion"), now, good);
        disorder["linkAt"] = now + ConversionClient.ClosesIn + TimeSpan.FromHours(1);
        var over = ConversionClient.Conversion(app.NewId("conversion"), now.AddDays(-9), good);
        var document = Document();
        document["groups"] = new JsonArray(
            SampleBodies.Group(good), nameless, early, ownerless, limited, SampleBodies.Group(good));
        document["campaigns"] = new JsonArray(
            SampleBodies.Campaign(app.NewId("campaign"), now, soon, good, bad),
            SampleBodies.Campaign(app.NewId("campaign"), soon, now, good),
            SampleBodies.Campaign(app.NewId("campaign"), now.AddDays(-2), now.AddDays(-1), good),
            WithPoster(good, TransferClient.Poster("l")),
            WithPoster(good, TransferClient.Poster("0123456789", title: "")));
        document["conversions"] = new JsonArray(disorder, over);
        document["flashSales"] = new JsonArray(
            SampleBodies.FlashSale(app.NewId("sale"), good, now, soon));
        document["pushPlans"] = new JsonArray(
            app.PlanBody(good, PushClient.Daily("daily", "10:00", "no-such-item")), app.PlanBody("nowhere"));
        document["content"] = new JsonArray(ContentClient.Body(app.NewId("content"), "{name}"));

        var report = await app.ImportAsync(document, dryRun);

        Assert.Equal(
            [
                "content[0].variants[0]",
                "groups[1].name",
                "groups[2].openedAt",
                "groups[3].owner",
                "groups[4].pushLimits.windowEnd",
                "groups[5].id",
                "campaigns[0].groupIds",
                "campaigns[1].closesAt",
                "campaigns[2].closesAt",
                "campaigns[3].posters[0].code",
                "campaigns[4].posters[0].title",
                "conversions[0].closesAt",
                "conversions[1].closesAt",
                "flashSales[0].groups[0].groupId",
                "pushPlans[0].slots[0].content",
                "pushPlans[1].slots",
            ],
            report.FaultPaths().Distinct());
        Assert.Equal(good, Assert.Single(report.Things, thing => thing.Outcome is ImportOutcome.New).Id);
        var stored = await app.GetAsync($"/api/groups/{good}");
        Assert.Equal(dryRun ? HttpStatusCode.NotFound : HttpStatusCode.OK, stored.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_sales_of_one_new_group_are_told_before(bool dryRun)
    {
        var (group, flash) = (app.NewId("group"), app.NewId("group"));
        var (now, end) = (app.Now, app.Now.AddHours(10));
        var (first, second) = (app.NewId("sale"), app.NewId("sale"));
        var document = Document();
        document["groups"] = new JsonArray(SampleBodies.Group(group), SampleBodies.Group(flash, end, "Flash"));
        document["flashSales"] = new JsonArray(
            SampleBodies.FlashSale(first, flash, now, end), SampleBodies.FlashSale(second, flash, now, end));

        var report = await app.ImportAsync(document, dryRun);

        Assert.Equal(ImportOutcome.New, report.Of(first).Outcome);
        Assert.Equal(ImportOutcome.Refused, report.Of(second).Outcome);
    }

    [Fact]
    public async Task Code_of_another_poster_is_refused_where_codes_are_kept()
    {
        await using var empty = await AppHost.StartAsync(new AppHostSetup());
        var document = Document();
        document["groups"] = new JsonArray(SampleBodies.Group("tea-1"));
        var (first, second) = (
            WithPoster("tea-1", TransferClient.Poster("0123456789")),
            WithPoster("tea-1", TransferClient.Poster("0123456789", id: "fedcba9876543210")));
        document["campaigns"] = new JsonArray(first, second);

        var dry = await empty.ImportAsync(document, dryRun: true);
        var report = await empty.ImportAsync(document);

        Assert.Equal(["campaigns[1].posters[0].code"], dry.FaultPaths());
        Assert.Equal(["campaigns[1].posters[0].code"], report.FaultPaths());
    }

    JsonObject WithPoster(string group, JsonObject poster)
    {
        var campaign = SampleBodies.Campaign(app.NewId("campaign"), app.Now, app.Now.AddDays(1), group);
        campaign["posters"] = new JsonArray(poster);
        return campaign;
    }

    static JsonObject Document() =>
        new() { ["schema"] = "community-plans", ["version"] = 1, ["brandId"] = Brand };
}
