using System.Net;
using FunctionsApp.Operators.Sessions;
using FunctionsApp.Tests.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Operators;

public sealed class SignInLimitTests
{
    [Fact]
    public async Task Eleventh_failure_of_an_address_is_429_until_the_window_is_over()
    {
        await using var app = await StartAsync();
        var token = (await app.OperatorAsync()).Token;
        using var browser = await BrowserClient.OpenAsync(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));
        await FailAsync(browser, 10);

        var refused = await browser.SignInAsync(token);

        refused.Api.IsProblem(HttpStatusCode.TooManyRequests);
        Assert.Equal(TimeSpan.FromMinutes(10), refused.RetryAfter);
        await app.AdvanceAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        (await browser.SignInAsync(token)).Api.IsProblem(HttpStatusCode.TooManyRequests);
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        (await browser.SignInAsync(token)).Expecting(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Header_that_the_client_writes_does_not_make_another_address()
    {
        await using var app = await StartAsync();
        using var browser = await BrowserClient.OpenAsync(app);
        for (var i = 0; i < 10; i++)
            (await browser.SignInAsync("wrong", ("X-Forwarded-For", $"203.0.113.{i}")))
                .Expecting(HttpStatusCode.Unauthorized);

        (await browser.SignInAsync("wrong", ("X-Forwarded-For", "203.0.113.99")))
            .Expecting(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Successful_sign_ins_do_not_count()
    {
        await using var app = await StartAsync();
        var token = (await app.OperatorAsync()).Token;
        using var browser = await BrowserClient.OpenAsync(app);

        for (var i = 0; i < 12; i++) (await browser.SignInAsync(token)).Expecting(HttpStatusCode.OK);
        await FailAsync(browser, 10);
    }

    [Fact]
    public async Task Attempts_at_the_same_time_do_not_exceed_the_limit()
    {
        await using var app = await StartAsync();
        using var browser = await BrowserClient.OpenAsync(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => browser.SignInAsync("wrong")));

        Assert.Equal(10, answers.Count(answer => answer.Api.Status is HttpStatusCode.Unauthorized));
        Assert.Equal(20, answers.Count(answer => answer.Api.Status is HttpStatusCode.TooManyRequests));
    }

    [Theory]
    [InlineData("203.0.113.1", "203.0.113.2", false)]
    [InlineData("203.0.113.1", "::ffff:203.0.113.1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::2", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public async Task Addresses_of_one_client_are_limited_together(string first, string second, bool isOneClient)
    {
        await using var app = await StartAsync();
        var limiter = app.Services.GetRequiredService<SignInLimiter>();
        for (var i = 0; i < 10; i++) Assert.Null(await limiter.TryAddAsync(ConnectionFrom(first)));

        Assert.Equal(isOneClient, await limiter.TryAddAsync(ConnectionFrom(second)) is not null);
    }

    [Fact]
    public async Task Address_is_not_stored_and_its_row_is_deleted_after_an_hour()
    {
        await using var app = await StartAsync();
        await app.Services.GetRequiredService<SignInLimiter>().TryAddAsync(ConnectionFrom("203.0.113.1"));

        var stored = await app.StoredTextAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Contains("SignInAttempts {", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.1", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("SignInAttempts {", await app.StoredTextAsync(), StringComparison.Ordinal);
    }

    static Task<AppHost> StartAsync() => AppHost.StartAsync(new AppHostSetup());

    static async Task FailAsync(BrowserClient browser, int times)
    {
        for (var i = 0; i < times; i++)
            (await browser.SignInAsync("wrong")).Expecting(HttpStatusCode.Unauthorized);
    }

    static ConnectionInfo ConnectionFrom(string address)
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpConnectionFeature>(
            new HttpConnectionFeature { RemoteIpAddress = IPAddress.Parse(address) });
        return http.Connection;
    }
}
