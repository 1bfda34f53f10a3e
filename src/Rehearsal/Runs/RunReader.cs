using System.Text.Json;
using FunctionsApp.Insights.Rehearsals;
using FunctionsApp.Transfer.Documents;
using Microsoft.Extensions.DependencyInjection;
using Rehearsal.Plans;

namespace Rehearsal.Runs;

/// <summary>Reads what a run gave: from the app as operators see it, and from the record of the run.</summary>
sealed class RunReader(RehearsalWorld world)
{
    readonly List<RunFigure> figures = [];
    readonly List<RunSkip> skips = [];
    readonly List<RunStock> stock = [];

    /// <summary>The result; with <paramref name="isDetailed"/> it has the time line and every message.</summary>
    public async Task<RunResult> ReadAsync(bool isDetailed)
    {
        foreach (var campaign in world.Plans.Campaigns) await ReadCampaignAsync(campaign.Id!);
        foreach (var conversion in world.Plans.Conversions) await ReadConversionAsync(conversion.Id!);
        foreach (var sale in world.Plans.FlashSales) await ReadFlashSaleAsync(sale);
        foreach (var group in world.Plans.Groups) await ReadGroupAsync(group.Id!);
        foreach (var plan in world.Plans.PushPlans) ReadPushPlan(plan.Id!);
        ReadBrand();
        var groups = world.Plans.Groups
            .Select(group => new RunGroup(group.Id!, world.Crowd.In(group.Id!).Count, FullAt(group.Id!)))
            .ToList();
        var staff = StaffHours();
        var skipped = Merge(skips);
        var result = new RunResult(
            world.Seed, figures, staff, skipped, groups, stock, new RunWarnings(world, staff, stock, skipped).Find());
        if (!isDetailed) return result;
        var timeline = new RunTimeline(world, groups, stock);
        return result with { Timeline = timeline.Entries(), Messages = timeline.Messages };
    }

    async Task ReadCampaignAsync(string id)
    {
        Add(RehearsalScope.Campaign, id, "arrivals", world.Record.CountOf("arrivals", id));
        Add(RehearsalScope.Campaign, id, "turnedAway", world.Record.CountOf("turnedAway", id));
        await AddObservedAsync(
            RehearsalScope.Campaign, id, "joins", "participants", "credits", "qualified", "costMinor");
        var gifts = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var standing in world.App.ListAsync($"/api/campaigns/{id}/standings"))
        {
            foreach (var reward in standing.GetProperty("rewards").EnumerateArray()) CountGift(gifts, reward);
        }

        foreach (var tier in world.Plans.FindCampaign(id)!.Tiers ?? [])
        {
            if (tier.Reward is not { Kind: "Gift", Title: { } title }) continue;
            var used = gifts.GetValueOrDefault(title);
            stock.Add(new RunStock(
                RehearsalStockKind.Gift, id, title, used, tier.Reward.CostMinor is { } cost ? cost * used : null));
        }
    }

    static void CountGift(Dictionary<string, int> gifts, JsonElement reward)
    {
        if (reward.GetProperty("kind").GetString() != "Gift"
            || reward.GetProperty("state").GetString() is not ("Granted" or "Redeemed"))
            return;
        var title = reward.GetProperty("title").GetString()!;
        gifts[title] = gifts.GetValueOrDefault(title) + 1;
    }

    async Task ReadConversionAsync(string id)
    {
        await NoteSoldOutAsync(id, $"/api/conversions/{id}");
        var observed = await AddObservedAsync(
            RehearsalScope.Conversion, id, "clicks", "orders", "units", "revenueMinor");
        var (product, units) = (world.Plans.FindConversion(id)!.Product, observed["units"]);
        stock.Add(new RunStock(
            RehearsalStockKind.Conversion,
            id,
            product?.Name ?? id,
            (int)units,
            product?.OfferCostMinor is { } cost ? cost * units : null));
    }

    async Task ReadFlashSaleAsync(FlashSaleItem sale)
    {
        var id = sale.Id!;
        await NoteSoldOutAsync(id, $"/api/flash-sales/{id}");
        Add(RehearsalScope.FlashSale, id, "clicks", world.Record.CountOf("clicks", id));
        var observed = await AddObservedAsync(RehearsalScope.FlashSale, id, "orders", "units", "revenueMinor");
        stock.Add(new RunStock(
            RehearsalStockKind.FlashSale, id, sale.Name!, (int)observed["units"], CostMinor: null));
    }

    async Task ReadGroupAsync(string id)
    {
        var record = world.Record.Groups.GetValueOrDefault(id);
        Add(RehearsalScope.Group, id, "members", world.Crowd.In(id).Count);
        Add(RehearsalScope.Group, id, "joins", record?.Joins ?? 0);
        Add(RehearsalScope.Group, id, "leaves", record?.Leaves ?? 0);
        await foreach (var row in world.App.ListAsync($"/api/deliveries?groupId={id}"))
        {
            if (row.GetProperty("state").GetString() is not "Skipped") continue;
            var origin = MessageOrigin.Of(row.GetProperty("key").GetString()!, id, world.Plans);
            if (origin.Kind is OriginKind.Push) continue; // counted as a push
            AddSkip(
                id,
                origin.Kind,
                origin.PlanId,
                row.GetProperty("reason").GetString(),
                row.GetProperty("queuedAt"));
        }

        await foreach (var push in world.App.ListAsync($"/api/pushes?groupId={id}"))
        {
            var plan = push.GetProperty("planId").GetString()!;
            switch (push.GetProperty("state").GetString())
            {
                case "Sent":
                    world.Record.Count("pushes sent", plan);
                    break;
                case "Skipped" or "Missed" or "Failed":
                    world.Record.Count("pushes skipped", plan);
                    AddSkip(id, OriginKind.Push, plan, ReasonOf(push), push.GetProperty("plannedAt"));
                    break;
            }
        }
    }

    void ReadPushPlan(string id)
    {
        Add(RehearsalScope.PushPlan, id, "sent", world.Record.CountOf("pushes sent", id));
        Add(RehearsalScope.PushPlan, id, "skipped", world.Record.CountOf("pushes skipped", id));
    }

    void ReadBrand()
    {
        var record = world.Record;
        Add(RehearsalScope.Brand, null, "joins", record.Groups.Values.Sum(group => group.Joins));
        Add(RehearsalScope.Brand, null, "leaves", record.Groups.Values.Sum(group => group.Leaves));
        Add(RehearsalScope.Brand, null, "messages", record.Actions.Count(action =>
            action.Action is Community.Messaging.Channels.ChannelAction.SendToGroup));
        Add(RehearsalScope.Brand, null, "privateMessages", record.Actions.Count(action =>
            action.Action is Community.Messaging.Channels.ChannelAction.SendToMember));
        Add(RehearsalScope.Brand, null, "tasks", record.Tasks.Count);
        Add(
            RehearsalScope.Brand,
            null,
            "tasksNotDone",
            record.Tasks.Values.Count(task => task.IsMissed(world.Clock.Now)));
        Add(RehearsalScope.Brand, null, "skipped", skips.Sum(skip => skip.Count));
        foreach (var name in (string[])["clicks", "orders", "revenueMinor"])
        {
            Add(RehearsalScope.Brand, null, name, figures
                .Where(figure => figure.Scope is RehearsalScope.Conversion or RehearsalScope.FlashSale)
                .Where(figure => figure.Name == name)
                .Sum(figure => figure.Value));
        }
    }

    DateTimeOffset? FullAt(string groupId) =>
        world.Record.Groups.GetValueOrDefault(groupId)?.FullAt is { } at && at >= world.Request.From ? at : null;

    List<RunStaffHour> StaffHours() =>
    [
        .. from task in world.Record.Tasks.Values
           where task.Kind != nameof(Community.Messaging.StaffTasks.StaffTaskKind.SendPushes)
           group task by (task.Owner, Hour: world.HourOf(task.AskedAt)) into same
           orderby same.Key.Hour, same.Key.Owner
           select new RunStaffHour(same.Key.Owner, same.Key.Hour, same.Count()),
    ];

    // A push that no person confirmed in time has no reason of its own.
    static string? ReasonOf(JsonElement push) =>
        push.GetProperty("reason").GetString() ?? push.GetProperty("state").GetString();

    async Task NoteSoldOutAsync(string id, string path)
    {
        var view = await world.App.GetAsync(path);
        if (view.GetProperty("soldOutAt") is { ValueKind: JsonValueKind.String } at)
            world.Record.SoldOut(id, at.GetDateTimeOffset());
    }

    // The figures that GET /api/insights/rehearsals/{id} later holds the report against.
    async Task<IReadOnlyDictionary<string, double>> AddObservedAsync(
        RehearsalScope scope, string id, params IReadOnlyList<string> names)
    {
        var observed = await world.App.Services.GetRequiredService<ObservationReader>()
            .ReadAsync(scope, id, world.Request.To, world.Clock.Now);
        var values = names.ToDictionary(
            name => name, name => observed?.Find(name)?.Value ?? 0, StringComparer.Ordinal);
        foreach (var name in names) Add(scope, id, name, values[name]);
        return values;
    }

    void Add(RehearsalScope scope, string? id, string name, double value) =>
        figures.Add(new RunFigure(scope, id, name, value));

    void AddSkip(string groupId, OriginKind origin, string? plan, string? reason, JsonElement at) =>
        skips.Add(new RunSkip(
            groupId, $"{origin}", plan, reason ?? "", Count: 1, world.LocalOf(at.GetDateTimeOffset())));

    static List<RunSkip> Merge(IEnumerable<RunSkip> all) =>
    [
        .. from skip in all
           group skip by (skip.GroupId, skip.Origin, skip.PlanId, skip.Reason) into same
           let first = same.Min(skip => skip.FirstAt)
           orderby first, same.Key.GroupId, same.Key.PlanId, same.Key.Reason
           select same.First() with { Count = same.Count(), FirstAt = first },
    ];
}
