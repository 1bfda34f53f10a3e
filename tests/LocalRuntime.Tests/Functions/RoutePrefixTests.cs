using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class RoutePrefixTests
{
    [Theory]
    [InlineData("", "/Open")]
    [InlineData("v1/shop", "/v1/shop/Open")]
    public async Task Functions_have_the_route_prefix_of_host_json(string prefix, string path)
    {
        await using var host = await RunningHost.StartAsync(
            typeof(HttpSamples),
            $$"""{"version":"2.0","extensions":{"http":{"routePrefix":"{{prefix}}"} } }""",
            RunningHost.With(new Recorder()));
        using var answer = await host.Client.GetAsync(path);
        using var elsewhere = await host.Client.GetAsync("/api/Open");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (answer.StatusCode, elsewhere.StatusCode));
    }

    [Theory]
    [InlineData("false", HttpStatusCode.OK)]
    [InlineData("true", HttpStatusCode.NoContent)]
    public async Task Home_page_can_be_disabled(string disabled, HttpStatusCode expected)
    {
        await using var host = await RunningHost.StartAsync(typeof(HttpSamples), configure: builder =>
        {
            RunningHost.With(new Recorder())(builder);
            RunningHost.Setting("AzureWebJobsDisableHomepage", disabled)(builder);
        });
        using var answer = await host.Client.GetAsync("/");
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task Function_at_the_root_is_called_in_place_of_the_home_page(string disabled)
    {
        await using var host = await RunningHost.StartAsync(
            typeof(RootSamples),
            """{"version":"2.0","extensions":{"http":{"routePrefix":""}}}""",
            RunningHost.Setting("AzureWebJobsDisableHomepage", disabled));

        Assert.Equal("the root", await host.Client.GetStringAsync("/"));
        using var elsewhere = await host.Client.GetAsync("/a");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    public sealed class RootSamples
    {
        [Function("Root")]
        public static IResult Root(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{root:maxlength(0)?}")] HttpRequest request) =>
            Results.Content("the root");
    }
}
