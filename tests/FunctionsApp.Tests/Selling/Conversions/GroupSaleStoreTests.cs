using Community.Selling.Conversions;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Selling.Conversions;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Tests.Selling.Conversions;

public sealed class GroupSaleStoreTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Writer_of_an_earlier_change_does_not_undo_a_later_one()
    {
        var conversion = await ConversionAsync();
        var later = Cancelled(Closing(conversion, at: conversion.Terms.ClosesAt.AddHours(1)));
        await Store.WriteAsync(later);

        await Store.WriteAsync(Closing(conversion, at: conversion.Terms.ClosesAt.AddHours(1)));
        await Store.WriteAsync(conversion);

        Assert.Equal(later.CancelledAt, Assert.Single(await SalesAsync(Store, conversion.GroupIds[0])).CancelledAt);
    }

    [Fact]
    public async Task Writers_at_once_leave_the_latest_change()
    {
        var conversion = await ConversionAsync();
        var changes = Enumerable.Range(1, 12)
            .Select(n => conversion with { Changes = n, Terms = conversion.Terms with { ClosesAt = ClosesAt(n) } });

        await Task.WhenAll(changes.Reverse().Select(Store.WriteAsync));

        Assert.Equal(ClosesAt(12), Assert.Single(await SalesAsync(Store, conversion.GroupIds[0])).EndsAt);

        DateTimeOffset ClosesAt(int n) => conversion.Terms.ClosesAt.AddMinutes(n);
    }

    [Fact]
    public async Task Conversions_are_deleted_sixty_days_after_their_end_twenty_with_each_request()
    {
        var conversion = await ConversionAsync();
        var group = conversion.GroupIds[0];
        for (var n = 0; n < 24; n++) await Store.WriteAsync(conversion with { Id = $"{conversion.Id}-{n}" });
        var limit = conversion.Terms.ClosesAt + GroupSaleStore.Retention;

        await SalesAsync(StoreAt(limit), group);
        Assert.Equal(25, (await SalesAsync(StoreAt(limit), group)).Count);
        await SalesAsync(StoreAt(limit.AddTicks(1)), group);
        Assert.Equal(5, (await SalesAsync(StoreAt(limit), group)).Count);
        await SalesAsync(StoreAt(limit.AddTicks(1)), group);

        Assert.Empty(await SalesAsync(StoreAt(limit), group));
    }

    [Fact]
    public async Task Conversion_that_runs_is_kept_when_old_ones_are_deleted()
    {
        var conversion = await ConversionAsync();
        var limit = conversion.Terms.ClosesAt + GroupSaleStore.Retention;
        var running = Closing(conversion, at: limit.AddDays(1)) with { Id = $"{conversion.Id}-running" };
        await Store.WriteAsync(running);

        await SalesAsync(StoreAt(limit.AddTicks(1)), conversion.GroupIds[0]);

        Assert.Equal(
            running.Id, Assert.Single(await SalesAsync(Store, conversion.GroupIds[0])).ConversionId);
    }

    [Fact]
    public async Task Old_conversion_is_not_written_again()
    {
        var conversion = await ConversionAsync();
        var later = StoreAt(conversion.Terms.ClosesAt + GroupSaleStore.Retention + TimeSpan.FromTicks(1));
        await SalesAsync(later, conversion.GroupIds[0]);

        await later.WriteAsync(Cancelled(conversion));

        Assert.Empty(await SalesAsync(Store, conversion.GroupIds[0]));
    }

    GroupSaleStore Store => app.Services.GetRequiredService<GroupSaleStore>();

    GroupSaleStore StoreAt(DateTimeOffset now) =>
        new(app.Services.GetRequiredService<DeliveriesTable>(), new FixedClock(now));

    async Task<Conversion> ConversionAsync()
    {
        var plan = await app.PlanAsync([await app.GroupAsync()]);
        return (await app.Services.GetRequiredService<ConversionStore>().FindAsync(plan.Id))!.Value;
    }

    static Task<IReadOnlyList<GroupSale>> SalesAsync(GroupSaleStore store, string group) =>
        store.FindAsync(group, DateTimeOffset.MinValue);

    static Conversion Closing(Conversion conversion, DateTimeOffset at) => conversion with
    {
        Changes = conversion.Changes + 1,
        Terms = conversion.Terms with { ClosesAt = at },
    };

    static Conversion Cancelled(Conversion conversion) => conversion with
    {
        Changes = conversion.Changes + 1,
        CancelledAt = conversion.CreatedAt,
    };

    sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
