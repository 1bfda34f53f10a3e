using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Groups;

public sealed class GroupApiTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task New_group_is_201_with_its_location_and_the_fields_of_the_contract()
    {
        var id = app.NewId("group");

        var answer = await app.PostAsync("/api/groups", SampleBodies.Group(id));

        Assert.Equal(
            (HttpStatusCode.Created, "application/json", $"/api/groups/{id}"),
            (answer.Status, answer.ContentType, answer.Location));
        Assert.Equal(id, answer.Json.GetProperty("id").GetString());
        Assert.Equal($"春茶福利群 {id}", answer.Json.GetProperty("name").GetString());
        Assert.Equal("SuperUser", answer.Json.GetProperty("kind").GetString());
        Assert.Equal(200, answer.Json.GetProperty("capacity").GetInt32());
        Assert.Equal("Open", answer.Json.GetProperty("state").GetString());
        Assert.Equal(0, answer.Json.GetProperty("memberCount").GetInt32());
    }

    [Fact]
    public async Task Location_leads_to_the_group_as_it_was_answered()
    {
        var made = await app.PostAsync("/api/groups", SampleBodies.Group(app.NewId("group")));

        var read = await app.GetAsync(made.Location!);

        Assert.Equal((HttpStatusCode.OK, made.Text), (read.Status, read.Text));
    }

    [Fact]
    public async Task Group_without_a_join_url_is_planned()
    {
        var made = await app.PostAsync("/api/groups", SampleBodies.Group(app.NewId("group"), joinUrl: null));

        Assert.Equal("Planned", made.Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Group_without_a_chosen_id_gets_one()
    {
        var made = (await app.PostAsync("/api/groups", SampleBodies.Group(null))).Expecting(HttpStatusCode.Created);

        var id = made.Json.GetProperty("id").GetString();
        Assert.Matches("^[a-z0-9-]{3,40}$", id);
        Assert.Equal($"/api/groups/{id}", made.Location);
    }

    [Fact]
    public async Task Repeated_creation_is_200_with_the_group_as_it_is_now()
    {
        var body = SampleBodies.Group(app.NewId("group"));
        var made = await app.PostAsync("/api/groups", body);
        await app.JoinAsync(made.Json.GetProperty("id").GetString()!, "u1");

        var again = (await app.PostAsync("/api/groups", body)).Expecting(HttpStatusCode.OK);

        Assert.Equal(1, again.Json.GetProperty("memberCount").GetInt32());
        Assert.Equal(made.Location, again.Location);
    }

    [Fact]
    public async Task Another_group_with_the_same_id_is_409_and_changes_nothing()
    {
        var id = app.NewId("group");
        await app.PostAsync("/api/groups", SampleBodies.Group(id, capacity: 10));

        var other = await app.PostAsync("/api/groups", SampleBodies.Group(id, capacity: 11));

        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (other.Status, other.ContentType));
        Assert.Equal(10, (await app.GetGroupAsync(id)).Capacity);
    }

    [Fact]
    public async Task Request_and_its_repeat_with_an_idempotency_key_make_one_group()
    {
        var key = ("Idempotency-Key", app.NewId("key"));

        var made = await app.PostAsync("/api/groups", SampleBodies.Group(null), key);
        var again = await app.PostAsync("/api/groups", SampleBodies.Group(null), key);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (made.Status, again.Status));

        Assert.Equal(made.Json.GetProperty("id").GetString(), again.Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Idempotency_key_with_another_request_is_409()
    {
        var key = ("Idempotency-Key", app.NewId("key"));
        await app.PostAsync("/api/groups", SampleBodies.Group(null, capacity: 10), key);

        (await app.PostAsync("/api/groups", SampleBodies.Group(null, capacity: 11), key))
            .Expecting(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Concurrent_creations_of_the_same_group_make_one()
    {
        var body = SampleBodies.Group(app.NewId("group")).ToJsonString();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => app.PostAsync("/api/groups", JsonNode.Parse(body)!)));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.Status is HttpStatusCode.OK));
    }

    [Fact]
    public async Task Pages_list_each_group_once_and_in_order()
    {
        for (var i = 0; i < 5; i++) await app.GroupAsync();

        List<string> listed = [];
        string? continuation = null;
        do
        {
            var next = continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}";
            var page = await app.GetAsync($"/api/groups?top=2{next}");
            var items = page.Json.GetProperty("items");
            Assert.InRange(items.GetArrayLength(), 0, 2);
            listed.AddRange(items.EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            continuation = page.Json.GetProperty("continuation").GetString();
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
    public async Task List_refuses_an_invalid_page_size_or_continuation(string query)
    {
        var answer = await app.GetAsync($"/api/groups?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.True(answer.Json.GetProperty("errors").TryGetProperty(query.Split('=')[0], out _), answer.Text);
    }

    [Fact]
    public async Task Members_are_listed_with_the_fields_of_the_contract()
    {
        var group = await app.GroupAsync();
        await app.JoinAsync(group, "u1");

        var items = (await app.GetAsync($"/api/groups/{group}/members")).Json.GetProperty("items");
        var member = Assert.Single(items.EnumerateArray().ToList());

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
    public async Task Unknown_group_is_404(string path)
    {
        var answer = await app.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.ContentType));
    }
}
