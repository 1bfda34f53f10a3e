using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Community.Operators;
using Community.Platform;
using FunctionsApp.Operators.Directory;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Operators;

public sealed class OperatorApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Token_is_shown_once_and_only_its_hash_is_stored()
    {
        var body = new JsonObject { ["id"] = app.NewId("operator"), ["name"] = "唯一", ["role"] = "Viewer" };

        var created = (await app.PostAsync("/api/operators", body)).Expecting(HttpStatusCode.Created);
        var repeated = (await app.PostAsync("/api/operators", body)).Expecting(HttpStatusCode.OK);
        var token = created.Json.GetProperty("token").GetString()!;
        using var browser = await BrowserClient.SignedInAsync(app, token);
        var stored = await app.StoredTextAsync();

        Assert.Equal($"/api/operators/{body["id"]}", created.Location);
        Assert.Equal(JsonValueKind.Null, repeated.Json.GetProperty("token").ValueKind);
        Assert.Contains($"{body["id"]}", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(token, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(token["op_".Length..], stored, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Cookie!.Split('=')[1], stored, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.CsrfToken!, stored, StringComparison.Ordinal);
        Assert.False((await app.GetAsync($"/api/operators/{body["id"]}")).Json.TryGetProperty("token", out _));
    }

    [Fact]
    public async Task Operators_are_listed_by_pages_in_order_of_id()
    {
        for (var i = 0; i < 3; i++) await app.OperatorAsync(OperatorRole.Viewer);

        var first = (await app.GetAsync("/api/operators?top=2")).Expecting(HttpStatusCode.OK).Json;
        var all = await app.ListAsync<OperatorView>("/api/operators?");

        Assert.Equal(2, first.GetProperty("items").GetArrayLength());
        Assert.NotNull(first.GetProperty("continuation").GetString());
        Assert.Equal(all.Select(shown => shown.Id).Order(StringComparer.Ordinal), all.Select(shown => shown.Id));
        Assert.True(all.Count >= 3);
    }

    [Fact]
    public async Task Name_of_another_operator_is_409()
    {
        var first = await app.OperatorAsync();
        var second = await app.OperatorAsync();
        var body = new JsonObject { ["name"] = first.Name, ["role"] = "Viewer" };

        (await app.PostAsync("/api/operators", body)).IsProblem(HttpStatusCode.Conflict);
        (await app.EditOperatorAsync(second.Id, new JsonObject { ["name"] = first.Name }))
            .IsProblem(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("""{"name":"甲"}""", "role")]
    [InlineData("""{"name":"甲","role":"viewer"}""", "role")]
    [InlineData("""{"name":"","role":"Viewer"}""", "name")]
    [InlineData("""{"name":"01234567890123456789012345678901234567890","role":"Viewer"}""", "name")]
    [InlineData("""{"id":"A","name":"甲","role":"Viewer"}""", "id")]
    public async Task Wrong_field_is_named(string body, string field) =>
        (await app.PostAsync("/api/operators", JsonNode.Parse(body)!)).ExpectingInvalid(field);

    [Fact]
    public async Task Edit_of_another_version_is_412_and_a_sign_in_makes_none()
    {
        var operatorOf = await app.OperatorAsync();
        await app.OperatorAsync();
        using var shown = await app.Client.GetAsync($"/api/operators/{operatorOf.Id}");
        var tag = $"{shown.Headers.ETag}";
        using var browser = await BrowserClient.SignedInAsync(app, operatorOf.Token);

        (await app.EditOperatorAsync(operatorOf.Id, new JsonObject { ["role"] = "Viewer" }, ("If-Match", tag)))
            .Expecting(HttpStatusCode.OK);

        (await app.EditOperatorAsync(operatorOf.Id, new JsonObject { ["role"] = "Operator" }, ("If-Match", tag)))
            .IsProblem(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Unknown_operator_is_404()
    {
        (await app.GetAsync("/api/operators/nobody")).IsProblem(HttpStatusCode.NotFound);
        (await app.EditOperatorAsync("nobody", new JsonObject { ["name"] = "甲" })).IsProblem(HttpStatusCode.NotFound);
        (await app.SendAsync(HttpMethod.Post, "/api/operators/nobody/token", body: null))
            .IsProblem(HttpStatusCode.NotFound);
        (await app.RemoveOperatorAsync("nobody")).IsProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Last_administrator_stays_an_administrator()
    {
        await using var own = await AppHost.StartAsync(new AppHostSetup());
        var last = await own.OperatorAsync();
        await own.OperatorAsync(OperatorRole.Operator);

        (await own.RemoveOperatorAsync(last.Id)).IsProblem(HttpStatusCode.Conflict);
        (await own.EditOperatorAsync(last.Id, new JsonObject { ["role"] = "Operator" }))
            .IsProblem(HttpStatusCode.Conflict);
        await own.OperatorAsync();
        (await own.RemoveOperatorAsync(last.Id)).Expecting(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Demotions_at_the_same_time_leave_an_administrator()
    {
        await using var own = await AppHost.StartAsync(new AppHostSetup());
        List<CreatedOperator> all = [];
        for (var i = 0; i < 6; i++) all.Add(await own.OperatorAsync());

        var answers = await Task.WhenAll(all.Select((each, i) => i % 2 == 0
            ? own.RemoveOperatorAsync(each.Id)
            : own.EditOperatorAsync(each.Id, new JsonObject { ["role"] = "Viewer" })));

        Assert.Equal(1, answers.Count(answer => answer.Status is HttpStatusCode.Conflict));
        Assert.Single(
            await own.ListAsync<OperatorView>("/api/operators?"),
            shown => shown.Role is OperatorRole.Administrator);
    }

    [Theory]
    [InlineData(OperatorRole.Viewer)]
    [InlineData(OperatorRole.Operator)]
    public async Task Only_administrators_see_and_change_operators(OperatorRole role)
    {
        using var browser = await BrowserClient.SignedInAsync(app, (await app.OperatorAsync(role)).Token);

        (await browser.GetAsync("/api/operators")).IsProblem(HttpStatusCode.Forbidden);
        (await browser.SendAsync("POST", "/api/operators", new JsonObject { ["name"] = "乙", ["role"] = "Viewer" }))
            .Api.IsProblem(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/api/audit")).IsProblem(HttpStatusCode.Forbidden);
    }
}
