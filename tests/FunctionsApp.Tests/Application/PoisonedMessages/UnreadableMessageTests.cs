using System.Text;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Application.PoisonedMessages;

/// <summary>Messages that their consumer can never read.</summary>
public sealed class UnreadableMessageTests(PoisonHost app) : IClassFixture<PoisonHost>
{
    static readonly string[] Queues =
    [
        "scans", "clicks", "channel-events", "due-work", "outbox", "completed-tasks", "shop-events", "imported-orders",
    ];

    public static TheoryData<string, string> EveryQueue() =>
    [
        .. from queue in Queues
           from body in (string[])["not JSON", "null", "[]", "{}", "{\"text\":\"小林\"}"]
           select (queue, body),
    ];

    [Theory]
    [MemberData(nameof(EveryQueue))]
    public async Task Message_of_another_shape_is_kept_at_once_and_not_repeated(string queue, string body)
    {
        await app.SendTextAsync(queue, Convert.ToBase64String(Encoding.UTF8.GetBytes(body)));

        var details = await Task.WhenAll((await app.KeptAsync(queue)).Select(kept => app.DetailAsync(kept.Id)));
        var kept = Assert.Single(details, kept => kept.Body == body);
        Assert.Equal(("The message is not the JSON that the queue takes.", 1), (kept.Reason, kept.Attempts));
        Assert.Equal(0, await app.CountAsync(queue));
    }

    [Theory]
    [InlineData("channel-events", "not base64! 小林")]
    [InlineData("scans", "{\"at\":\"2026-12-01T00:00:00Z\",\"campaigns\":[]}")]
    public async Task Message_that_is_not_base64_is_kept_within_an_hour(string queue, string text)
    {
        await app.SendTextAsync(queue, text);
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        var kept = Assert.Single(
            await app.KeptAsync(queue), kept => kept.Reason == "The message is not base64.");
        Assert.Equal(text, (await app.DetailAsync(kept.Id)).Body);
        Assert.Equal((0, 0), (await app.CountAsync(queue), await app.CountAsync($"{queue}-poison")));
    }

    [Fact]
    public async Task List_holds_no_bodies()
    {
        await app.SendTextAsync("outbox", "小赵的私信");
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        var list = (await app.GetAsync(PoisonHost.List)).Text;

        Assert.Contains("\"queue\":\"outbox\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain("小赵", list, StringComparison.Ordinal);
        Assert.DoesNotContain("body", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_message_that_the_sweep_takes_twice_is_kept_once()
    {
        const string Text = "taken twice!";
        await app.Raw.Get("clicks" + RawQueues.PoisonSuffix).SendMessageAsync(Text);
        await app.Raw.Get("clicks" + RawQueues.PoisonSuffix).SendMessageAsync(Text);
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Single(await app.KeptAsync("clicks"), kept => kept.Reason == "The message is not base64.");
    }

    [Fact]
    public async Task Poison_queues_exist_from_the_start()
    {
        foreach (var queue in app.Services.GetServices<IMessageQueue>())
            Assert.True(await app.Raw.Get(queue.Name + RawQueues.PoisonSuffix).ExistsAsync());
    }
}
