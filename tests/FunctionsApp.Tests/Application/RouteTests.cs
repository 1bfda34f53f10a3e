using System.Net;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Application;

public sealed class RouteTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("GET", "/api/nothing")]
    [InlineData("GET", "/api/groups/tea-1/nothing")]
    [InlineData("POST", "/api/posters")]
    [InlineData("DELETE", "/api/groups/tea-1")]
    [InlineData("PUT", "/api/flash-sales/flash-1")]
    [InlineData("GET", "/webhooks/channel")]
    [InlineData("POST", "/webhooks/shops/none")]
    [InlineData("GET", "/s/")]
    [InlineData("POST", "/s/0000000000")]
    [InlineData("GET", "/api/campaigns/../../etc/passwd")]
    [InlineData("GET", "/nothing")]
    public async Task Unknown_route_is_404_with_a_problem_body(string method, string path) =>
        (await app.SendAsync(new HttpMethod(method), path, null)).IsProblem(HttpStatusCode.NotFound);

    [Fact]
    public async Task Health_is_public_and_200_when_storage_answers()
    {
        using var anonymous = new HttpClient { BaseAddress = app.Client.BaseAddress };

        using var response = await anonymous.GetAsync("/api/health");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
