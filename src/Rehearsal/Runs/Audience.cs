using System.Globalization;
using System.Text.RegularExpressions;
using Rehearsal.Hosting;
using Rehearsal.People;
using Rehearsal.Plans;

namespace Rehearsal.Runs;

/// <summary>
/// What members do after messages: they vote and reply in a warm-up, follow links, buy, leave after advertisements, and
/// accept invitations into other groups.
/// </summary>
sealed partial class Audience(RehearsalWorld world, MemberActions members, MemberLife life)
{
    /// <summary>The shop of a rehearsal.</summary>
    public const string Shop = "rehearsal";

    const int ReplyMinutes = 240;
    const int LateMinutes = 90;

    static readonly string[] Replies = ["多少钱？", "想要", "什么时候开始？", "看起来不错"];
    static readonly TimeSpan Payment = TimeSpan.FromMinutes(8);
    static readonly TimeSpan Refund = TimeSpan.FromHours(30);
    static readonly TimeSpan Reading = TimeSpan.FromHours(2);
    static readonly TimeSpan Acceptance = TimeSpan.FromHours(4);

    readonly Dictionary<string, HashSet<string>> warmedGroups = new(StringComparer.Ordinal);
    int orders;

    /// <summary>A message reached the members of a group.</summary>
    public void Hear(MessageOrigin origin, string groupId, string text)
    {
        switch (origin.Kind)
        {
            case OriginKind.Conversion when LinkCodeIn(text) is { } code:
                Follow(origin, groupId, code, ClicksAfter(origin, groupId));
                break;
            case OriginKind.Conversion when world.Clock.Now < origin.Conversion!.LinkAt:
                Discuss(origin, groupId);
                break;
            case OriginKind.FlashSale when LinkCodeIn(text) is { } code:
                Follow(origin, groupId, code, world.Behaviour.ClicksFlashSale);
                break;
            case OriginKind.Push:
                if (LinkCodeIn(text) is { } pushed) Follow(origin, groupId, pushed, world.Behaviour.ClicksPush);
                if (origin.IsPromotion) Annoy(origin, groupId);
                break;
        }
    }

    /// <summary>A private message reached a member; a join link in it is an invitation.</summary>
    public void Hear(int person, string key, string text, Func<string, string?> groupOfJoinUrl)
    {
        var invited = text.Split((char[])[' ', '\n', '：'], StringSplitOptions.RemoveEmptyEntries)
            .Select(groupOfJoinUrl).OfType<string>().FirstOrDefault();
        if (invited is null) return;
        if (!world.Draws.Chooses(person, "accepts invitation", world.Behaviour.AcceptsInvitation)) return;
        world.At(world.Clock.Now + world.Draws.Delay(person, key, Acceptance), async () =>
        {
            await members.JoinAsync(person, invited, state: null);
            life.Begin(person, invited);
        });
    }

    double ClicksAfter(MessageOrigin origin, string groupId) =>
        warmedGroups.TryGetValue(origin.Id, out var warmed) && warmed.Contains(groupId)
            ? world.Behaviour.ClicksWarmedUp
            : world.Behaviour.ClicksWithoutWarmUp;

    void Discuss(MessageOrigin origin, string groupId)
    {
        if (!warmedGroups.TryGetValue(origin.Id, out var groups))
            warmedGroups[origin.Id] = groups = new HashSet<string>(StringComparer.Ordinal);
        if (!groups.Add(groupId) || !world.Channel.ReportsMessages) return;
        var options = origin.Conversion!.WarmUp?.Poll?.Count ?? 0;
        foreach (var person in world.Crowd.In(groupId))
        {
            var draw = world.Draws.Next(person, $"{origin.Id} says");
            if (options > 0 && world.Draws.Chooses(person, $"{origin.Id} votes", world.Behaviour.Votes))
                Say(person, ((int)(draw * options) + 1).ToString(CultureInfo.InvariantCulture));
            if (world.Draws.Chooses(person, $"{origin.Id} replies", world.Behaviour.RepliesToWarmUp))
                Say(person, Replies[(int)(draw * Replies.Length)]);
        }

        void Say(int person, string text) => world.At(
            world.Clock.Now + TimeSpan.FromMinutes(ReplyMinutes * world.Draws.Next(person, $"{origin.Id} {text}")),
            () => members.PostAsync(person, groupId, text));
    }

    void Follow(MessageOrigin origin, string groupId, string code, double share)
    {
        foreach (var person in world.Crowd.In(groupId))
        {
            if (!world.Draws.Chooses(person, $"{origin.Key} clicks", share)) continue;
            world.At(
                world.Clock.Now + world.Draws.Delay(person, $"{origin.Key} clicks", world.Behaviour.ClickDelay),
                () => ClickAsync(person, origin, code));
        }
    }

    async Task ClickAsync(int person, MessageOrigin origin, string code)
    {
        var answer = await world.App.SendAsync(new ApiRequest("GET", $"/l/{code}", []));
        if (answer.Status != 302) return;
        world.Record.Count("clicks", origin.Id);
        if (!world.Draws.Chooses(person, $"{origin.Key} buys", world.Behaviour.BuysAfterClick)) return;
        world.At(
            world.Clock.Now + world.Draws.Delay(person, $"{origin.Key} pays", Payment),
            () => BuyAsync(person, origin, code));
    }

    async Task BuyAsync(int person, MessageOrigin origin, string code)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"order-{++orders}");
        var order = new OrderMessage(
            id,
            $"buyer-{PersonName.IdOf(person)}",
            PersonName.IdOf(person),
            origin.PriceMinor ?? world.Behaviour.OrderMinor,
            origin.Product,
            code,
            world.Clock.Now);
        if (world.Draws.Chooses(person, $"{origin.Key} refunds", world.Behaviour.Refunds))
        {
            world.At(
                world.Clock.Now + world.Draws.Delay(person, $"{origin.Key} refunds", Refund),
                () => TellShopAsync("order.refunded", order with { At = world.Clock.Now }));
        }

        if (world.Draws.Chooses(person, $"{origin.Key} late", world.Behaviour.ShopReportsLate))
        {
            var delay = TimeSpan.FromMinutes(LateMinutes * world.Draws.Next(person, $"{origin.Key} how late"));
            world.At(world.Clock.Now + delay, () => TellShopAsync("order.paid", order));
            return;
        }

        await TellShopAsync("order.paid", order);
    }

    Task TellShopAsync(string type, OrderMessage order) =>
        world.TellAsync($"/webhooks/shops/{Shop}", type, _ => Webhooks.OrderBody(type, order));

    void Annoy(MessageOrigin origin, string groupId)
    {
        foreach (var person in world.Crowd.In(groupId))
        {
            if (!world.Draws.Chooses(person, $"{origin.Key} leaves", world.Behaviour.LeavesAfterPromotion)) continue;
            world.At(
                world.Clock.Now + world.Draws.Delay(person, $"{origin.Key} leaves", Reading),
                () => members.LeaveAsync(person, groupId));
        }
    }

    static string? LinkCodeIn(string text) =>
        Link().Match(text) is { Success: true } link ? link.Groups["code"].Value : null;

    [GeneratedRegex(
        "https://rehearsal\\.invalid/l/(?<code>[0-9a-z]+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
