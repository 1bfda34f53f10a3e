using System.Net;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Application;

/// <summary>A request without the operator's key gets the answer of the Azure host: 401 with an empty body.</summary>
public sealed class FunctionKeyTests(AppHost app) : IClassFixture<AppHost>
{
    public static TheoryData<string, string> Guarded =>
    [
        ("GET", "/api/groups"),
        ("POST", "/api/groups"),
        ("GET", "/api/groups/tea-1"),
        ("GET", "/api/groups/tea-1/members"),
        ("GET", "/api/campaigns"),
        ("POST", "/api/campaigns"),
        ("GET", "/api/campaigns/spring"),
        ("POST", "/api/campaigns/spring/posters"),
        ("GET", "/api/campaigns/spring/scans"),
        ("GET", "/api/deliveries"),
        ("GET", "/api/tasks"),
        ("POST", "/api/tasks/task-1/done"),
        ("GET", "/api/flash-sales"),
        ("POST", "/api/flash-sales"),
        ("GET", "/api/flash-sales/flash-1"),
        ("PATCH", "/api/flash-sales/flash-1"),
        ("POST", "/api/flash-sales/flash-1/close"),
        ("POST", "/api/flash-sales/flash-1/sold-out"),
        ("GET", "/runtime/webhooks/durabletask/instances"),
        ("POST", "/runtime/webhooks/durabletask/instances/x/raiseEvent/Cancel"),
    ];

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Missing_or_wrong_key_is_401_with_an_empty_body(string method, string path)
    {
        foreach (var key in new[] { null, "", "wrong", AppHost.Key + "x" })
        {
            using var anonymous = new HttpClient { BaseAddress = app.Client.BaseAddress };
            if (key is not null) anonymous.DefaultRequestHeaders.TryAddWithoutValidation("x-functions-key", key);
            using var request = new HttpRequestMessage(new HttpMethod(method), path)
            {
                Content = method == "GET" ? null : new StringContent("{"),
            };

            using var response = await anonymous.SendAsync(request);

            var answer = await ApiAnswer.ReadAsync(response);
            Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.Status, answer.Text));
        }
    }

    [Fact]
    public async Task Group_that_is_posted_without_a_key_is_not_stored()
    {
        var id = app.NewId("group");
        using var anonymous = new HttpClient { BaseAddress = app.Client.BaseAddress };

        using var refused = await anonymous.PostAsync("/api/groups", AppHost.Json(SampleBodies.Group(id)));

        (await app.GetAsync($"/api/groups/{id}")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Key_in_the_query_is_accepted()
    {
        using var client = new HttpClient { BaseAddress = app.Client.BaseAddress };

        using var response = await client.GetAsync($"/api/groups?code={AppHost.Key}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
