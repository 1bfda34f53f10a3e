using System.Net;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Application;

/// <summary>Without the operator's key a request is answered as Azure's host answers it: 401 and nothing else.</summary>
public sealed class FunctionKeyTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string> Guarded =>
    [
        ("GET", "/api/groups"), ("POST", "/api/groups"), ("GET", "/api/groups/tea-1"), ("GET", "/api/groups/tea-1/members"),
        ("GET", "/api/campaigns"), ("POST", "/api/campaigns"), ("GET", "/api/campaigns/spring"), ("POST", "/api/campaigns/spring/posters"), ("GET", "/api/campaigns/spring/scans"),
        ("GET", "/api/deliveries"), ("GET", "/api/tasks"), ("POST", "/api/tasks/task-1/done"),
        ("GET", "/api/flash-sales"), ("POST", "/api/flash-sales"), ("GET", "/api/flash-sales/flash-1"), ("PATCH", "/api/flash-sales/flash-1"), ("POST", "/api/flash-sales/flash-1/close"),
        ("POST", "/api/flash-sales/flash-1/sold-out"),
        ("GET", "/runtime/webhooks/durabletask/instances"), ("POST", "/runtime/webhooks/durabletask/instances/x/raiseEvent/Cancel"),
    ];

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task A_missing_or_wrong_key_is_401_with_an_empty_body(string method, string path)
    {
        foreach (var key in new[] { null, "", "wrong", AppHost.Key + "x" })
        {
            using var stranger = new HttpClient { BaseAddress = app.Client.BaseAddress };
            if (key is not null) stranger.DefaultRequestHeaders.TryAddWithoutValidation("x-functions-key", key);
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : new StringContent("{") };

            using var response = await stranger.SendAsync(request);

            var answer = await ApiAnswer.ReadAsync(response);
            Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.Status, answer.Text));
        }
    }

    [Fact]
    public async Task A_group_that_is_posted_without_a_key_is_not_stored()
    {
        var id = app.NewId("group");
        using var stranger = new HttpClient { BaseAddress = app.Client.BaseAddress };

        using var refused = await stranger.PostAsync("/api/groups", AppHost.Json(SampleBodies.Group(id)));

        (await app.GetAsync($"/api/groups/{id}")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_key_may_come_in_the_query()
    {
        using var operatorsBrowser = new HttpClient { BaseAddress = app.Client.BaseAddress };

        using var response = await operatorsBrowser.GetAsync($"/api/groups?code={AppHost.Key}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
