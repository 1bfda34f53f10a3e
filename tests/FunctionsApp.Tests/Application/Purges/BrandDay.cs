using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Community.Acquisition;
using Community.Lifecycle;
using Community.Messaging.Channels;
using Community.Messaging.StaffTasks;
using Community.Selling;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Tests.Selling.Conversions;
using FunctionsApp.Tests.Trade.Imports;
using FunctionsApp.Tests.Trade.Orders;
using FunctionsApp.Tests.Trade.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Application.Purges;

/// <summary>
/// Requests, webhooks, queue messages and import rows that start every orchestration but those of single members. Each
/// call of <see cref="SendAsync"/> sends the very same.
/// </summary>
sealed class BrandDay(AppHost app)
{
    static readonly string[] Groups = ["tea", "vip", "flash", "ended"];

    readonly DateTimeOffset start = app.Now;

    readonly SignedShopMessage order = ShopSigner.Shopify("orders/paid", SampleShopMessages.ShopifyOrder(1_009));

    /// <summary>The ids of the orchestrations that are started.</summary>
    public static IReadOnlyList<string> Instances { get; } =
    [
        AcquisitionInstanceIds.Campaign("spring"),
        AcquisitionInstanceIds.TargetInvitation("spring", "ann"),
        SellingInstanceIds.Conversion("longjing"),
        SellingInstanceIds.ConversionGroup("longjing", "tea"),
        SellingInstanceIds.FlashSale("tonight"),
        LifecycleInstanceIds.FlashGroup("flash"),
        LifecycleInstanceIds.CharterDeadline("flash"),
        LifecycleInstanceIds.GroupEnd("ended"),
    ];

    public async Task SendAsync()
    {
        await CreateAsync("/api/groups", SampleBodies.Group("tea"));
        await CreateAsync("/api/groups", SampleBodies.Group("vip"));
        await CreateAsync("/api/groups", SampleBodies.Group("flash", start.AddDays(1), "Flash"));
        await CreateAsync("/api/groups", SampleBodies.Group("ended"));
        var campaign = SampleBodies.Campaign("spring", start, start.AddDays(5), "tea");
        campaign["mode"] = "DirectInvite";
        campaign["target"] = new JsonObject { ["invites"] = 2, ["groupId"] = "vip" };
        await CreateAsync("/api/campaigns", campaign);
        await CreateAsync("/api/conversions", ConversionClient.Conversion("longjing", start, "tea"));
        var (opensAt, closesAt) = (start.AddHours(1), start.AddHours(5));
        await CreateAsync("/api/flash-sales", SampleBodies.FlashSale("tonight", "flash", opensAt, closesAt));
        await app.PostAsync("/api/groups/ended/end", new JsonObject { ["by"] = "小王", ["reason"] = "活动取消" });
        foreach (var member in new[] { "ann", "bea", "cai" }) await SendJoinAsync(member);
        await SendQueueMessagesAsync();
        await app.SendAsync(
            HttpMethod.Post, "/webhooks/shops/shopify", new ByteArrayContent(order.Body), [.. order.Headers]);
        await app.ImportAsync(
            "orderId,buyer,amount,currency,paidAt,refunded,linkCode\n2001,b,99,CNY,2026-12-01 09:30:00,,\n",
            "shopify",
            key: "the-day");
        await app.RunUntilIdleAsync();
    }

    /// <summary>Everything that the day had an effect on, as JSON.</summary>
    public async Task<string> ReadAsync()
    {
        StringBuilder read = new();
        string[] paths =
        [
            .. Groups.SelectMany(group => (string[])
            [
                $"/api/groups/{group}", $"/api/groups/{group}/members", $"/api/groups/{group}/history",
                $"/api/deliveries?groupId={group}",
            ]),
            "/api/tasks?status=open", "/api/tasks?status=done", "/api/campaigns/spring",
            "/api/campaigns/spring/standings", "/api/conversions/longjing", "/api/flash-sales/tonight",
            "/api/orders?shop=shopify",
        ];
        foreach (var path in paths) read.AppendLine((await app.GetAsync(path)).Text);
        return read.ToString();
    }

    /// <summary>Does the open tasks of a kind.</summary>
    public async Task DoTasksAsync(StaffTaskKind kind)
    {
        foreach (var task in await app.ListAsync<StaffTaskView>("/api/tasks?status=open"))
        {
            if (task.Kind != kind) continue;
            (await app.PostAsync($"/api/tasks/{task.Id}/done", new JsonObject()))
                .Expecting(HttpStatusCode.NoContent);
        }
    }

    public async Task<IReadOnlyList<string>> ExistingInstancesAsync()
    {
        List<string> existing = [];
        foreach (var id in Instances)
        {
            var answer = await app.GetAsync($"/runtime/webhooks/durabletask/instances/{id}");
            if (answer.Status != HttpStatusCode.NotFound) existing.Add(id);
        }

        return existing;
    }

    async Task CreateAsync(string path, JsonObject body)
    {
        var answer = await app.PostAsync(path, body);
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{path}: {answer.Text}");
        await app.RunUntilIdleAsync();
    }

    Task SendJoinAsync(string member) => app.SendEventAsync(
        "member.joined",
        new JsonObject
        {
            ["groupId"] = "tea",
            ["memberId"] = member,
            ["name"] = "小林",
            ["state"] = null,
            ["invitedBy"] = member == "ann" ? null : "ann",
        },
        start,
        $"msg-{member}");

    // What the webhook stores, delivered again by the queue.
    async Task SendQueueMessagesAsync()
    {
        var joined = new ChannelEvent.MemberJoined(start, "tea", "cai", "小林", State: null, InvitedBy: "ann");
        var queue = app.Services.GetRequiredService<MessageQueue<ReceivedEvent>>();
        await queue.SendAsync(new ReceivedEvent("msg-cai", joined));
        await app.RunUntilIdleAsync();
    }
}
