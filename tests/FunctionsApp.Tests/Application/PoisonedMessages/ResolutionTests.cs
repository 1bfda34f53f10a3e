using System.Net;
using System.Text.Json.Nodes;
using FunctionsApp.Platform.PoisonedMessages;

namespace FunctionsApp.Tests.Application.PoisonedMessages;

/// <summary>What an operator does with messages that wait.</summary>
public sealed class ResolutionTests(PoisonHost app) : IClassFixture<PoisonHost>
{
    [Fact]
    public async Task Discarded_message_leaves_the_list_and_names_who_discarded_it()
    {
        var id = await KeepAsync("outbox");

        var answer = await app.ResolveAsync(id, "discard");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(await app.KeptAsync("outbox"));
        var done = Assert.Single(await app.KeptAsync("outbox", "done"), done => done.Id == id);
        Assert.Equal((PoisonedMessageStatus.Discarded, "小王"), (done.Status, done.By));
        Assert.Equal(app.Now, done.ResolvedAt);
    }

    [Fact]
    public async Task Unreadable_message_that_is_replayed_is_kept_again()
    {
        var id = await KeepAsync("clicks");
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        (await app.ResolveAsync(id, "replay")).Expecting(HttpStatusCode.OK);
        (await app.ResolveAsync(id, "replay", by: "小李")).Expecting(HttpStatusCode.OK);

        var again = Assert.Single(await app.KeptAsync("clicks"));
        Assert.NotEqual(id, again.Id);
        Assert.Equal("小王", Assert.Single(await app.KeptAsync("clicks", "done")).By);
    }

    [Fact]
    public async Task Message_is_resolved_in_one_way()
    {
        var replayed = await KeepAsync("completed-tasks");
        await app.ResolveAsync(replayed, "replay");
        (await app.ResolveAsync(replayed, "discard")).Expecting(HttpStatusCode.Conflict);
        (await app.ResolveAsync("20261201010203-0123456789abcdef", "discard")).Expecting(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("discard")]
    public async Task Resolution_names_who_resolves(string action)
    {
        var id = await KeepAsync("shop-events");

        var answer = await app.PostAsync($"/api/poisoned-messages/{id}/{action}", new JsonObject());

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("by: is missing.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_notes_that_a_message_waits()
    {
        await using var own = new PoisonHost();
        await own.InitializeAsync();
        Assert.Empty(await NotesAsync(own));
        await own.SendTextAsync("scans", "bm90IEpTT04=");

        Assert.Equal(
            ["Messages of queues wait for an operator: GET /api/poisoned-messages."], await NotesAsync(own));
    }

    [Fact]
    public async Task Message_is_deleted_after_30_days()
    {
        await using var own = new PoisonHost();
        await own.InitializeAsync();
        await own.SendTextAsync("scans", "bm90IEpTT04=");
        await own.SendTextAsync("clicks", "bm90IEpTT04=");
        await own.ResolveAsync((await own.KeptAsync("clicks")).Single().Id, "discard");

        for (var week = 0; week < 4; week++) await own.AdvanceAsync(TimeSpan.FromDays(7));
        Assert.Equal((1, 1), (await CountAsync("open"), await CountAsync("done")));
        await own.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Equal((0, 0), (await CountAsync("open"), await CountAsync("done")));

        async Task<int> CountAsync(string status) =>
            (await own.ListAsync<PoisonedMessageView>($"{PoisonHost.List}status={status}")).Count;
    }

    static async Task<IReadOnlyList<string>> NotesAsync(AppHost app) =>
    [
        .. from note in (await app.GetAsync("/api/health")).Json.GetProperty("notes").EnumerateArray()
           select note.GetString(),
    ];

    // A message of another queue than the other tests use.
    async Task<string> KeepAsync(string queue)
    {
        await app.SendTextAsync(queue, "bm90IEpTT04=");
        return (await app.KeptAsync(queue)).Single().Id;
    }
}
