using System.Net;
using System.Text;
using FunctionsApp.Care.Promises;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Care.Promises;

/// <summary>The gain (获得感) after a unit, from the page and from staff.</summary>
public sealed class GainTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Group_is_asked_once_with_a_link_that_names_nobody()
    {
        var (id, group, page) = await AskAsync();

        var message = Assert.Single(await app.DeliveriesAsync(group), line => line.Step == "gain-1");
        Assert.Null(message.MemberId);
        Assert.Contains("第 1 课", message.Text, StringComparison.Ordinal);
        var shown = (await app.GetAsync(page)).Expecting(HttpStatusCode.OK).Text;
        Assert.Contains("noindex", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("u1", shown, StringComparison.Ordinal);
        var gain = (await app.PromiseAsync(id)).Gain;
        Assert.Equal((2, 0, null), (gain.Asked, gain.Answered, gain.Mean));
    }

    [Fact]
    public async Task Browser_answers_once_and_may_change()
    {
        var (id, _, page) = await AskAsync();
        var browser = await OpenAsync(page);

        await AnswerAsync(page, "score=2", browser);
        await AnswerAsync(page, "score=5", browser);
        await AnswerAsync(page, "score=4", await OpenAsync(page));
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(page, "score=1")).Status);

        var promise = await app.PromiseAsync(id);
        Assert.Equal((2, 4.5), (promise.Gain.Answered, promise.Gain.Mean));
        Assert.Equal((2, 4.5), (promise.Units[0].Gain.Answered, promise.Units[0].Gain.Mean));
        var shown = (await app.GetAsync(page, ("Cookie", browser))).Expecting(HttpStatusCode.OK).Text;
        Assert.Contains("""value="5" aria-pressed="true">""", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("4.5", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_enter_the_gain_of_a_member_in_place_of_an_earlier_one()
    {
        var (id, _, _) = await AskAsync();

        (await app.EnterGainAsync(id, 2)).Expecting(HttpStatusCode.OK);
        (await app.EnterGainAsync(id, 4)).Expecting(HttpStatusCode.OK);
        (await app.EnterGainAsync(id, 4)).Expecting(HttpStatusCode.OK);

        var promise = await app.PromiseAsync(id);
        Assert.Equal((1, 4.0), (promise.Gain.Answered, promise.Gain.Mean));
        Assert.Equal([1, 0], promise.PerMember.Select(member => member.Gained));
        foreach (var score in new[] { 0, 6 }) (await app.EnterGainAsync(id, score)).ExpectingInvalid("score");
    }

    [Fact]
    public async Task Member_who_answers_on_the_page_and_to_staff_counts_once()
    {
        var (id, _, page) = await AskAsync();
        foreach (var score in new[] { 5, 4 }) await AnswerAsync(page, $"score={score}", await OpenAsync(page));
        await app.EnterGainAsync(id, 5);
        await app.EnterGainAsync(id, 3, "u2");

        var gain = (await app.PromiseAsync(id)).Gain;
        Assert.Equal((2, 2, 4.5), (gain.Asked, gain.Answered, gain.Mean));
        Assert.Equal((new GainPartView(2, 4.5), new GainPartView(2, 4.0)), (gain.OnPage, gain.ByStaff));

        await app.EnterGainAsync(id, 1, "u3");
        gain = (await app.PromiseAsync(id)).Units[0].Gain;
        Assert.Equal((3, 3, 3.0), (gain.Asked, gain.Answered, gain.Mean));
    }

    [Theory]
    [InlineData("score=0")]
    [InlineData("score=6")]
    [InlineData("score=1&score=2")]
    [InlineData("")]
    public async Task Other_scores_are_refused(string form)
    {
        var (id, _, page) = await AskAsync();

        (await PostAsync(page, form, await OpenAsync(page))).ExpectingInvalid("score");

        Assert.Equal(0, (await app.PromiseAsync(id)).Gain.Answered);
    }

    [Fact]
    public async Task Answers_end_after_seven_days()
    {
        var (id, _, page) = await AskAsync();
        var browser = await OpenAsync(page);
        await app.AdvanceAsync(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));

        Assert.Contains(
            "已经结束", (await app.GetAsync(page)).Expecting(HttpStatusCode.Gone).Text, StringComparison.Ordinal);
        (await PostAsync(page, "score=5", browser)).Expecting(HttpStatusCode.Gone);
        (await app.EnterGainAsync(id, 5)).Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Gain_is_not_asked_before_the_delivery()
    {
        var id = await app.PromiseLessonsAsync(await app.DeliveryGroupAsync(), 48);

        Assert.Equal(
            "TooEarly",
            (await app.EnterGainAsync(id, 5)).Expecting(HttpStatusCode.Conflict).Json.GetProperty("kind").GetString());
        Assert.Null((await app.PromiseAsync(id)).Units[0].GainUrl);
    }

    [Fact]
    public async Task Unknown_code_is_404()
    {
        (await app.GetAsync("/u/0123456789abcdef0123456789abcdef")).IsProblem(HttpStatusCode.NotFound);
        (await app.GetAsync("/u/..%2Fx")).IsProblem(HttpStatusCode.NotFound);
        (await PostAsync("/u/0123456789abcdef", "score=1")).IsProblem(HttpStatusCode.NotFound);
    }

    async Task<(string Promise, string Group, string Page)> AskAsync()
    {
        var group = await app.DeliveryGroupAsync();
        await app.JoinAsync(group, "u1");
        await app.JoinAsync(group, "u2");
        var id = await app.PromiseLessonsAsync(group, 48);
        (await app.DeliverAsync(id)).Expecting(HttpStatusCode.OK);
        return (id, group, new Uri((await app.PromiseAsync(id)).Units[0].GainUrl!).AbsolutePath);
    }

    // The cookie that the page sets.
    async Task<string> OpenAsync(string page)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var answer = await client.GetAsync(new Uri(app.Client.BaseAddress!, page));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        return cookie[..cookie.IndexOf(';', StringComparison.Ordinal)];
    }

    async Task AnswerAsync(string page, string form, string browser) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(page, form, browser)).Status);

    Task<ApiAnswer> PostAsync(string page, string form, string? browser = null)
    {
        var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        return browser is null
            ? app.SendAsync(HttpMethod.Post, page, content)
            : app.SendAsync(HttpMethod.Post, page, content, ("Cookie", browser));
    }
}
