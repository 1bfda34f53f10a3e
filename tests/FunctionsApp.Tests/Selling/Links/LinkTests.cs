using System.Net;
using Azure.Storage.Queues;
using Community.Selling.Links;
using Community.Selling.Offers;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Links;
using FunctionsApp.Selling.Offers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;

namespace FunctionsApp.Tests.Selling.Links;

public sealed class LinkTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_click_leads_to_the_product_and_tells_its_shop_the_code()
    {
        var link = await LinkAsync();

        var click = await app.GetAsync($"/l/{link.Code}");

        Assert.Equal(
            (HttpStatusCode.Redirect, $"https://shop.example/p/1?lc={link.Code}"), (click.Status, click.Location));
    }

    [Fact]
    public async Task Code_that_follows_from_the_name_of_the_link_stays_when_the_page_changes()
    {
        var links = app.Services.GetRequiredService<LinkStore>();
        var link = new NewLink(NewOffer(), "link-1", "tea-1", null, "https://shop.example/p/1", app.Now);

        var first = await links.PutAsync(link);
        var again = await links.PutAsync(link with { Target = "https://shop.example/p/2" });
        var others = new[]
        {
            await links.PutAsync(link with { Offer = NewOffer() }),
            await links.PutAsync(link with { Step = "link-2" }),
            await links.PutAsync(link with { GroupId = "tea-2" }),
            await links.PutAsync(link with { MemberId = "m1" }),
        };

        Assert.Equal(first.Code, again.Code);
        Assert.Equal("https://shop.example/p/2", (await links.FindAsync(first.Code))!.Target);
        Assert.Equal(5, others.Select(other => other.Code).Append(first.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Every_click_is_counted_once_in_its_group_however_many_arrive_together()
    {
        var offer = NewOffer();
        var (one, other) = (await LinkAsync(offer, "tea-1"), await LinkAsync(offer, "tea-2"));

        var clicks = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(n => app.GetAsync($"/l/{(n % 3 == 0 ? other : one).Code}")));
        await app.RunUntilIdleAsync();

        Assert.All(clicks, click => click.Expecting(HttpStatusCode.Redirect));
        Assert.Equal(
            new Dictionary<string,
            int>(StringComparer.Ordinal)
            { ["tea-1"] = 40, ["tea-2"] = 20 },
            await Counts.CountAsync(offer));
        Assert.Equal(40, await Counts.CountAsync(offer, "tea-1"));
    }

    [Fact]
    public async Task A_batch_of_clicks_that_the_queue_delivers_twice_counts_once()
    {
        var offer = NewOffer();

        await Counts.AddAsync(
            offer, "message-1", app.Now, new Dictionary<string, int>(StringComparer.Ordinal) { ["tea-1"] = 3 });
        await Counts.AddAsync(
            offer, "message-1", app.Now, new Dictionary<string, int>(StringComparer.Ordinal) { ["tea-1"] = 3 });
        await Counts.AddAsync(
            offer, "message-2", app.Now, new Dictionary<string, int>(StringComparer.Ordinal) { ["tea-1"] = 1 });

        Assert.Equal(4, await Counts.CountAsync(offer, "tea-1"));
    }

    [Fact]
    public async Task Clicks_of_more_groups_than_a_transaction_holds_are_all_counted()
    {
        var offer = NewOffer();
        var groups = Enumerable.Range(0, 200).ToDictionary(n => $"group-{n}", n => n + 1, StringComparer.Ordinal);

        await Counts.AddAsync(offer, "message-1", app.Now, groups);
        await Counts.AddAsync(offer, "message-1", app.Now, groups);

        Assert.Equal(groups, await Counts.CountAsync(offer));
    }

    [Fact]
    public async Task Only_a_members_own_link_says_who_clicked_and_the_last_click_counts()
    {
        var member = app.NewId("member");
        var (first, second) = (await LinkAsync(member: member), await LinkAsync(member: member));
        await app.GetAsync($"/l/{(await LinkAsync()).Code}");
        await app.GetAsync($"/l/{first.Code}");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.GetAsync($"/l/{second.Code}");
        await app.RunUntilIdleAsync();

        // arrives late
        await Clicks.RecordAsync(member, "batch-0", new OwnClick(first.Code, app.Now.AddMinutes(-1)));

        Assert.Equal(new OwnClick(second.Code, app.Now), await FindLastAsync(app.Now));
        Assert.Equal(first.Code, (await FindLastAsync(app.Now.AddSeconds(-1)))?.Code);
        Assert.Null(await FindLastAsync(app.Now.AddHours(2)));

        Task<OwnClick?> FindLastAsync(DateTimeOffset at) => Clicks.FindLastAsync(member, at, TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task The_same_link_has_one_code_however_often_it_is_asked_for()
    {
        var offer = NewOffer();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LinkAsync(offer, "tea-1")));

        Assert.Single(made.DistinctBy(link => link.Code));
        Assert.NotEqual(made[0].Code, (await LinkAsync(offer, "tea-2")).Code);
        Assert.NotEqual(made[0].Code, (await LinkAsync(offer, "tea-1", "u1")).Code);
    }

    [Theory]
    [InlineData("0000000000")]
    [InlineData("short")]
    [InlineData("%2e%2e%2fapi")]
    public async Task An_unknown_code_is_404(string code) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetAsync($"/l/{code}")).Status);

    [Theory]
    [InlineData("https://shop.example@evil.example/p")]
    [InlineData("https://evilshop.example/p")]
    [InlineData("https://shop.example.evil.example/p")]
    public async Task A_link_never_leads_to_a_host_that_the_brand_does_not_allow(string target) =>
        Assert.Equal(HttpStatusCode.Gone, (await app.GetAsync($"/l/{(await LinkAsync(target: target)).Code}")).Status);

    [Fact]
    public async Task A_host_below_an_allowed_one_is_allowed() =>
        (
            await app.GetAsync($"/l/{(await LinkAsync(target: "https://tea.shop.example/p")).Code}")).Expecting(
                HttpStatusCode.Redirect);

    [Fact]
    public async Task A_click_that_cannot_be_stored_is_503()
    {
        var link = await LinkAsync();
        var queues = InMemoryStorage.NewQueues();
        var missing = new MessageQueue<ClickBatch>(queues, new RawQueues(queues), ClickBatch.QueueName);
        var function = new LinkEndpoint(
            app.Services.GetRequiredService<LinkCache>(), new ClickBatcher(
                missing, new IdSource(), TimeProvider.System), app.Services.GetRequiredService<AllowedLinkHosts>());

        var click = await function.Run(new DefaultHttpContext().Request, link.Code);

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, ((IStatusCodeHttpResult)click).StatusCode);
    }

    MemberClickStore Clicks => app.Services.GetRequiredService<MemberClickStore>();

    ClickCountStore Counts => app.Services.GetRequiredService<ClickCountStore>();

    OfferReference NewOffer() => new(OfferKind.Conversion, app.NewId("offer"));

    Task<TrackedLink> LinkAsync(
        OfferReference? offer = null,
        string group = "tea-1",
        string? member = null,
        string target = "https://shop.example/p/1") =>
        app.Services.GetRequiredService<LinkStore>().EnsureAsync(
            new(offer ?? NewOffer(), "link", group, member, target, app.Now));
}
