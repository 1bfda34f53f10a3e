using System.Net;
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
    [InlineData("true", HttpStatusCode.NotFound)]
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
}
