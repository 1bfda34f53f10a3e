using System.Net;
using LocalRuntime.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class ClockRouteTests
{
    static readonly string[] Virtual = ["--clock", "2026-12-01T00:00:00Z"];

    [Fact]
    public async Task Real_time_cannot_be_moved()
    {
        await using var host = await StartAsync();
        using var answer = await MoveAsync(host, """{"advance":"PT1H"}""");
        Assert.Equal(
            (HttpStatusCode.Conflict, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith(
            "\"virtual\":false}", await host.KeyClient.GetStringAsync("/local/clock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Virtual_time_does_not_move_by_itself()
    {
        await using var host = await StartAsync(Virtual);
        Assert.Equal(
            """{"now":"2026-12-01T00:00:00+00:00","virtual":true}""",
            await host.KeyClient.GetStringAsync("/local/clock"));
    }

    [Theory]
    [InlineData("""{"advance":"PT24H"}""", "2026-12-02T00:00:00+00:00")]
    [InlineData("""{"advance":"P1DT90M"}""", "2026-12-02T01:30:00+00:00")]
    [InlineData("""{"to":"2026-12-01T10:00:00+08:00"}""", "2026-12-01T02:00:00+00:00")]
    [InlineData("""{"to":"2020-01-01T00:00:00Z"}""", "2026-12-01T00:00:00+00:00")]
    public async Task Virtual_time_moves_on_by_a_duration_or_to_an_instant_and_never_back(string move, string now)
    {
        await using var host = await StartAsync(Virtual);
        using var answer = await MoveAsync(host, move);
        Assert.Equal($$"""{"now":"{{now}}","virtual":true}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"advance":"a day"}""")]
    [InlineData("""{"advance":"-PT1H"}""")]
    [InlineData("""{"advance":"P9999Y"}""")]
    [InlineData("""{"to":"tomorrow"}""")]
    [InlineData("""{"advance":"PT1H","to":"2026-12-01T10:00:00+08:00"}""")]
    public async Task Unreadable_move_is_a_problem_and_has_no_effect(string move)
    {
        await using var host = await StartAsync(Virtual);
        using var answer = await MoveAsync(host, move);
        Assert.Equal(
            (HttpStatusCode.BadRequest, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(
            "2026-12-01T00:00:00", await host.KeyClient.GetStringAsync("/local/clock"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/local/clock")]
    [InlineData("POST", "/local/clock")]
    [InlineData("GET", "/local/due")]
    public async Task Request_without_the_key_is_401(string method, string path)
    {
        await using var host = await StartAsync(Virtual);
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = method == "POST" ? new StringContent("""{"advance":"PT1H"}""") : null,
        };

        using var answer = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(
            "2026-12-01T00:00:00", await host.KeyClient.GetStringAsync("/local/clock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_that_registers_its_own_check_replaces_the_key()
    {
        await using var host = await RunningHost.StartAsync(
            typeof(HttpSamples),
            configure: RunningHost.With(new Recorder()) + RunningHost.With<ILocalRouteAccess>(new OnlyReads()));

        using var read = await host.Client.GetAsync("/local/clock");
        using var move = await host.KeyClient.PostAsync("/local/clock", new StringContent("""{"advance":"PT1H"}"""));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (read.StatusCode, move.StatusCode));
    }

    sealed class OnlyReads : ILocalRouteAccess
    {
        public Task<IResult?> CheckAsync(HttpRequest request) => Task.FromResult<IResult?>(
            HttpMethods.IsGet(request.Method) ? null : TypedResults.StatusCode(StatusCodes.Status403Forbidden));
    }

    static Task<RunningHost> StartAsync(params string[] args) =>
        RunningHost.StartAsync(typeof(HttpSamples), configure: RunningHost.With(new Recorder()), args: args);

    static Task<HttpResponseMessage> MoveAsync(RunningHost host, string move) =>
        host.KeyClient.PostAsync("/local/clock", new StringContent(move));
}
