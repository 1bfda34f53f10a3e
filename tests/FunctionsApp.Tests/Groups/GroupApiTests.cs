using System.Net;
using System.Text.Json;

namespace FunctionsApp.Tests.Groups;

public sealed class GroupApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_new_group_is_answered_with_201_its_address_and_the_contracts_fields()
    {
        var id = app.NewId("group");

        var answer = await app.PostAsync("/api/groups", SampleBodies.Group(id));

        Assert.Equal((HttpStatusCode.Created, "application/json", $"/api/groups/{id}"), (answer.Status, answer.ContentType, answer.Location));
        Assert.Equal(id, answer.Json.GetProperty("id").GetString());
        Assert.Equal($"春茶福利群 {id}", answer.Json.GetProperty("name").GetString());
        Assert.Equal("SuperUser", answer.Json.GetProperty("kind").GetString());
        Assert.Equal(200, answer.Json.GetProperty("capacity").GetInt32());
        Assert.Equal("Open", answer.Json.GetProperty("state").GetString());
        Assert.Equal(0, answer.Json.GetProperty("memberCount").GetInt32());
    }

    [Fact]
    public async Task The_address_leads_to_the_group_as_it_was_answered()
    {
        var made = await app.PostAsync("/api/groups", SampleBodies.Group(app.NewId("group")));

        var read = await app.GetAsync(made.Location!);

        Assert.Equal((HttpStatusCode.OK, made.Text), (read.Status, read.Text));
    }

    [Fact]
    public async Task A_group_without_a_way_in_is_planned()
    {
        var made = await app.PostAsync("/api/groups", SampleBodies.Group(app.NewId("group"), joinUrl: null));

        Assert.Equal("Planned", made.Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_id_is_made_when_none_is_chosen()
    {
        var made = (await app.PostAsync("/api/groups", SampleBodies.Group(null))).Expecting(HttpStatusCode.Created);

        var id = made.Json.GetProperty("id").GetString();
        Assert.Matches("^[a-z0-9-]{3,40}$", id);
        Assert.Equal($"/api/groups/{id}", made.Location);
    }

    [Fact]
    public async Task The_same_group_again_is_200_and_what_stands()
    {
        var body = SampleBodies.Group(app.NewId("group"));
        var made = await app.PostAsync("/api/groups", body);
        await app.JoinAsync(made.Json.GetProperty("id").GetString()!, "u1");

        var again = (await app.PostAsync("/api/groups", body)).Expecting(HttpStatusCode.OK);

        Assert.Equal(1, again.Json.GetProperty("memberCount").GetInt32());
        Assert.Equal(made.Location, again.Location);
    }

    [Fact]
    public async Task Another_group_under_the_same_id_is_409_and_changes_nothing()
    {
        var id = app.NewId("group");
        await app.PostAsync("/api/groups", SampleBodies.Group(id, capacity: 10));

        var other = await app.PostAsync("/api/groups", SampleBodies.Group(id, capacity: 11));

        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (other.Status, other.ContentType));
        Assert.Equal(10, (await app.GetGroupAsync(id)).Capacity);
    }

    [Fact]
    public async Task An_idempotency_key_makes_one_group_of_a_request_and_its_repeat()
    {
        var key = ("Idempotency-Key", app.NewId("key"));

        var made = (await app.PostAsync("/api/groups", SampleBodies.Group(null), key)).Expecting(HttpStatusCode.Created);
        var again = (await app.PostAsync("/api/groups", SampleBodies.Group(null), key)).Expecting(HttpStatusCode.OK);

        Assert.Equal(made.Json.GetProperty("id").GetString(), again.Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_idempotency_key_with_another_request_is_409()
    {
        var key = ("Idempotency-Key", app.NewId("key"));
        await app.PostAsync("/api/groups", SampleBodies.Group(null, capacity: 10), key);

        (await app.PostAsync("/api/groups", SampleBodies.Group(null, capacity: 11), key)).Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Many_who_create_the_same_group_at_once_make_one()
    {
        var body = SampleBodies.Group(app.NewId("group")).ToJsonString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.PostAsync("/api/groups", System.Text.Json.Nodes.JsonNode.Parse(body)!)));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.Status is HttpStatusCode.OK));
    }

    [Fact]
    public async Task Groups_are_listed_by_pages_each_once_and_in_order()
    {
        for (var i = 0; i < 5; i++) await app.GroupAsync();

        List<string> listed = [];
        string? continuation = null;
        do
        {
            var page = await app.GetAsync($"/api/groups?top=2{(continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}")}");
            var items = page.Json.GetProperty("items");
            Assert.InRange(items.GetArrayLength(), 0, 2);
            listed.AddRange(items.EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            continuation = page.Json.GetProperty("continuation") is { ValueKind: JsonValueKind.String } next ? next.GetString() : null;
        }
        while (continuation is not null);

        Assert.True(listed.Count >= 5);
        Assert.Equal(listed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), listed);
    }

    [Theory]
    [InlineData("top=0")]
    [InlineData("top=201")]
    [InlineData("top=many")]
    [InlineData("continuation=made-up")]
    [InlineData("continuation=null")]
    public async Task A_list_refuses_a_size_or_a_continuation_that_it_does_not_know(string query)
    {
        var answer = await app.GetAsync($"/api/groups?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.True(answer.Json.GetProperty("errors").TryGetProperty(query.Split('=')[0], out _), answer.Text);
    }

    [Fact]
    public async Task Members_are_listed_with_the_contracts_fields()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");

        var member = Assert.Single((await app.GetAsync($"/api/groups/{group}/members")).Json.GetProperty("items").EnumerateArray().ToList());

        Assert.Equal("u1", member.GetProperty("memberId").GetString());
        Assert.Equal("小林", member.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, member.GetProperty("code").ValueKind);
        Assert.Equal(app.Now, member.GetProperty("joinedAt").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, member.GetProperty("leftAt").ValueKind);
    }

    [Theory]
    [InlineData("/api/groups/no-such-group")]
    [InlineData("/api/groups/no-such-group/members")]
    [InlineData("/api/groups/%01")]
    [InlineData("/api/groups/a%5Cb")]
    public async Task A_group_that_does_not_exist_is_404(string path)
    {
        var answer = await app.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.ContentType));
    }
}
