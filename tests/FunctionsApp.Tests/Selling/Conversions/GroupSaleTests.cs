using System.Net;
using System.Text.Json.Nodes;
using Community.Selling;
using Community.Selling.Conversions;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Selling.Offers;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.Conversions;

/// <summary>What a group knows of its conversions after requests of operators, orders and events.</summary>
public sealed class GroupSaleTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task New_conversion_is_known_in_each_of_its_groups()
    {
        List<string> groups = [];
        for (var n = 0; n < 18; n++) groups.Add(await app.GroupAsync());

        var plan = await app.PlanAsync(groups, body => body["holdoutShare"] = 0.5);

        foreach (var group in plan.Groups)
        {
            var sale = await SaleAsync(group.GroupId);
            var startsAt = group.Arm is Arm.WarmUp ? plan.WarmUp.At : plan.LinkAt;
            Assert.Equal((plan.Id, "明前龙井"), (sale.ConversionId, sale.Name));
            Assert.Equal((startsAt, plan.ClosesAt), (sale.StartsAt, sale.EndsAt));
            Assert.Equal(new SaleMessage(ConversionStep.Link, plan.LinkAt), sale.Messages.Single(IsLink));
        }
    }

    [Fact]
    public async Task Edit_moves_the_instants_in_every_group()
    {
        var (one, other) = (await app.GroupAsync(), await app.GroupAsync());
        var plan = await app.PlanAsync([one, other]);
        var (linkAt, closesAt) = (plan.LinkAt.AddMinutes(10), plan.ClosesAt.AddHours(3));

        (await app.EditConversionAsync(plan.Id, new JsonObject { ["linkAt"] = linkAt, ["closesAt"] = closesAt }))
            .Expecting(HttpStatusCode.OK);

        foreach (var group in new[] { one, other })
        {
            var sale = await SaleAsync(group);
            Assert.Equal((linkAt, closesAt), (sale.Messages.Single(IsLink).At, sale.EndsAt));
        }
    }

    [Fact]
    public async Task Refused_edit_moves_nothing()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);

        (await app.EditConversionAsync(plan.Id, new JsonObject { ["closesAt"] = plan.LinkAt }))
            .Expecting(HttpStatusCode.BadRequest);

        Assert.Equal(plan.ClosesAt, (await SaleAsync(group)).EndsAt);
    }

    [Fact]
    public async Task Cancelled_conversion_ends_at_once()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.AdvanceToAsync(plan.WarmUp.At.AddHours(1));

        (await app.ControlAsync(plan.Id, "cancel")).Expecting(HttpStatusCode.OK);

        var sale = await SaleAsync(group);
        Assert.Equal((plan.WarmUp.At, app.Now, app.Now), (sale.StartsAt, sale.EndsAt, sale.CancelledAt));
        Assert.Equal([ConversionStep.WarmUp], sale.Messages.Select(message => message.Step));
    }

    [Fact]
    public async Task Conversion_that_an_event_cancels_ends_at_once()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);

        await app.RaiseAsync(SellingInstanceIds.Conversion(plan.Id), "Cancel");

        Assert.Equal(app.Now, (await SaleAsync(group)).CancelledAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sold_out_conversion_ends_at_once(bool byAnOrder)
    {
        var (one, other) = (await app.GroupAsync(), await app.GroupAsync());
        var plan = await app.PlanAsync([one, other], body => body["product"]!["quantity"] = 1);
        await app.AdvanceToAsync(plan.LinkAt.AddMinutes(10));

        if (byAnOrder) await app.OrderAsync(plan.Id, one, app.NewId("order"));
        else (await app.ControlAsync(plan.Id, "sold-out")).Expecting(HttpStatusCode.OK);

        foreach (var group in new[] { one, other })
        {
            var sale = await SaleAsync(group);
            Assert.Equal((app.Now, app.Now), (sale.SoldOutAt, sale.EndsAt));
            Assert.DoesNotContain(sale.Messages, message => message.Step is ConversionStep.LastCall);
        }
    }

    [Fact]
    public async Task Held_conversion_is_known_as_held_until_it_is_resumed()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);

        await app.ControlAsync(plan.Id, "hold");
        Assert.Equal(app.Now, (await SaleAsync(group)).HeldAt);
        await app.AdvanceToAsync(plan.LinkAt.AddMinutes(20));
        await app.ControlAsync(plan.Id, "resume", new JsonObject { ["missed"] = "run" });

        var sale = await SaleAsync(group);
        Assert.Null(sale.HeldAt);
        Assert.Equal(new SaleMessage(ConversionStep.Link, app.Now), sale.Messages[0]);
    }

    [Fact]
    public async Task Repeated_creation_writes_what_a_crash_left_out()
    {
        var group = await app.GroupAsync();
        var body = ConversionClient.Conversion(app.NewId("conversion"), app.Now, group);
        (await app.PostAsync("/api/conversions", body)).Expecting(HttpStatusCode.Created);
        var written = await SaleAsync(group);
        await LoseAsync(group);

        (await app.PostAsync("/api/conversions", body)).Expecting(HttpStatusCode.OK);

        Assert.Equivalent(written, await SaleAsync(group), strict: true);
    }

    [Fact]
    public async Task Another_request_for_the_same_id_writes_nothing()
    {
        var (group, other) = (await app.GroupAsync(), await app.GroupAsync());
        var plan = await app.PlanAsync([group]);

        (await app.PostAsync("/api/conversions", ConversionClient.Conversion(plan.Id, app.Now, other)))
            .Expecting(HttpStatusCode.Conflict);

        Assert.Empty(await SalesAsync(other));
    }

    [Fact]
    public async Task Repeated_command_writes_what_a_crash_left_out()
    {
        var group = await app.GroupAsync();
        var plan = await app.PlanAsync([group]);
        await app.ControlAsync(plan.Id, "cancel");
        var cancelledAt = app.Now;
        await LoseAsync(group);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        (await app.ControlAsync(plan.Id, "cancel")).Expecting(HttpStatusCode.OK);

        Assert.Equal(cancelledAt, (await SaleAsync(group)).EndsAt);
    }

    [Fact]
    public async Task Conversions_of_a_group_come_in_the_order_of_their_start_until_they_end()
    {
        var group = await app.GroupAsync();
        var later = await app.PlanAsync([group], body => MoveBy(body, TimeSpan.FromDays(3)));
        var earlier = await app.PlanAsync([group]);

        Assert.Equal([earlier.Id, later.Id], (await SalesAsync(group)).Select(sale => sale.ConversionId));

        var store = app.Services.GetRequiredService<GroupSaleStore>();
        Assert.Equal(2, (await store.FindAsync(group, earlier.ClosesAt.AddTicks(-1))).Count);
        Assert.Equal(later.Id, Assert.Single(await store.FindAsync(group, earlier.ClosesAt)).ConversionId);
    }

    async Task<GroupSale> SaleAsync(string group) => Assert.Single(await SalesAsync(group));

    Task<IReadOnlyList<GroupSale>> SalesAsync(string group) =>
        app.Services.GetRequiredService<GroupSaleStore>().FindAsync(group, DateTimeOffset.MinValue);

    Task LoseAsync(string group) =>
        app.Services.GetRequiredService<OffersTable>().DeleteAllAsync($"group-{group}", "conversion-");

    static void MoveBy(JsonObject body, TimeSpan by)
    {
        body["warmUp"]!["at"] = body["warmUp"]!["at"]!.GetValue<DateTimeOffset>() + by;
        foreach (var field in new[] { "linkAt", "lastCallAt", "closesAt" })
            body[field] = body[field]!.GetValue<DateTimeOffset>() + by;
    }

    static bool IsLink(SaleMessage message) => message.Step is ConversionStep.Link;
}
