using System.Net;
using System.Text;
using Community.Selling.Conversions;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>Votes on a page, where the platform does not tell what members say.</summary>
public sealed class VotePageTests(VotePageTests.Host app) : IClassFixture<VotePageTests.Host>
{
    [Fact]
    public async Task Warm_up_links_to_the_page_on_which_a_browser_votes_once_and_may_change()
    {
        var (plan, page) = await WarmAsync();
        var browser = await OpenAsync(page);

        await VoteAsync(page, "option=1", browser);
        await VoteAsync(page, "option=2", browser);
        await VoteAsync(page, "option=2", browser);
        await VoteAsync(page, "option=1", await OpenAsync(page));

        var interest = await InterestAsync(plan);
        Assert.Equal((2, 2), (interest.Votes, interest.UnidentifiedVotes));
        Assert.Equal((1, 1), (interest.Options[1], interest.Options[2]));
        Assert.Equal(
            [InterestSource.Votes, InterestSource.Clicks, InterestSource.StaffReports], interest.Sources);
        var shown = (await app.GetAsync(page, ("Cookie", browser))).Expecting(HttpStatusCode.OK).Text;
        Assert.Contains("""value="2" aria-pressed="true">红茶""", shown, StringComparison.Ordinal);
        Assert.Contains("""value="1" aria-pressed="false">绿茶""", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vote_of_a_browser_that_has_not_seen_the_page_does_not_count()
    {
        var (plan, page) = await WarmAsync();

        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(page, "option=1")).Status);

        Assert.Equal(0, (await InterestAsync(plan)).Votes);
    }

    [Theory]
    [InlineData("option=0")]
    [InlineData("option=9")]
    [InlineData("option=1&option=2")]
    [InlineData("option=%2B1")]
    [InlineData("")]
    public async Task Option_that_the_poll_does_not_have_is_refused(string form)
    {
        var (plan, page) = await WarmAsync();

        (await PostAsync(page, form, await OpenAsync(page))).ExpectingInvalid("option");

        Assert.Equal(0, (await InterestAsync(plan)).Votes);
    }

    [Fact]
    public async Task Poll_ends_when_the_link_is_sent()
    {
        var (plan, page) = await WarmAsync();
        var browser = await OpenAsync(page);
        await app.AdvanceAsync(ConversionClient.LinkIn - ConversionClient.WarmUpIn);

        var ended = (await app.GetAsync(page)).Expecting(HttpStatusCode.Gone);
        Assert.Contains("投票已经结束", ended.Text, StringComparison.Ordinal);
        (await PostAsync(page, "option=1", browser)).Expecting(HttpStatusCode.Gone);
        Assert.Equal(0, (await InterestAsync(plan)).Votes);
    }

    [Fact]
    public async Task Forecast_without_messages_has_a_prior_of_its_own()
    {
        await using var fresh = new Host();
        await fresh.InitializeAsync();
        var plan = await fresh.PlanAsync([await fresh.GroupAsync()]);

        await fresh.AdvanceAsync(ConversionClient.LinkIn);

        var group = (await fresh.GetConversionAsync(plan.Id)).Groups.Single();
        var expected = Forecaster.Predict(
            ForecastClass.LowWithoutMessages, group.Members!.Value, ForecastHistory.None);
        Assert.Equal(expected.Orders, group.Forecast!.Orders, precision: 9);
    }

    [Fact]
    public async Task Unknown_code_is_404()
    {
        (await app.GetAsync("/v/0123456789abcdef")).IsProblem(HttpStatusCode.NotFound);
        (await app.GetAsync("/v/..%2Fx")).IsProblem(HttpStatusCode.NotFound);
        (await PostAsync("/v/0123456789abcdef", "option=1")).IsProblem(HttpStatusCode.NotFound);
    }

    async Task<(string Plan, string Page)> WarmAsync()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.AdvanceAsync(ConversionClient.WarmUpIn);
        var text = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "warm-up").Text;
        return (plan.Id, new Uri(text[text.LastIndexOf("http", StringComparison.Ordinal)..]).AbsolutePath);
    }

    // The cookie that the page sets.
    async Task<string> OpenAsync(string page)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var answer = await client.GetAsync(new Uri(app.Client.BaseAddress!, page));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        return cookie[..cookie.IndexOf(';', StringComparison.Ordinal)];
    }

    async Task VoteAsync(string page, string form, string browser) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(page, form, browser)).Status);

    Task<ApiAnswer> PostAsync(string page, string form, string? browser = null)
    {
        var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        return browser is null
            ? app.SendAsync(HttpMethod.Post, page, content)
            : app.SendAsync(HttpMethod.Post, page, content, ("Cookie", browser));
    }

    async Task<InterestView> InterestAsync(string plan) => (await app.GetConversionAsync(plan)).Groups[0].Interest!;

    public sealed class Host() : AppHost(new AppHostSetup
    {
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Simulated:Messages"] = "Unavailable" },
    });
}
