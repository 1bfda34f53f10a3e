using Community.Groups;
using Community.Pushes.Guards;

namespace Community.Tests.Pushes.Guards;

public class PushLimitsTests
{
    public static TheoryData<string, PushLimitsOverride> Faults => new()
    {
        { "windowEnd", new PushLimitsOverride { WindowStart = new TimeOnly(21, 30) } },
        { "windowEnd", new PushLimitsOverride { WindowEnd = new TimeOnly(8, 0) } },
        { "lateness", new PushLimitsOverride { Lateness = TimeSpan.FromMinutes(-1) } },
        { "lateness", new PushLimitsOverride { Lateness = TimeSpan.FromHours(25) } },
        { "perDay", new PushLimitsOverride { PerDay = -1 } },
        { "perWeek", new PushLimitsOverride { PerWeek = PushLimits.MaxPerWeek + 1 } },
        { "spacing", new PushLimitsOverride { Spacing = TimeSpan.FromMinutes(-1) } },
        { "ownerTapsPerDay", new PushLimitsOverride { OwnerTapsPerDay = -1 } },
        { "newBuyerPromotionPercent", new PushLimitsOverride { NewBuyerPromotionPercent = 101 } },
        { "superUserPromotionPercent", new PushLimitsOverride { SuperUserPromotionPercent = -1 } },
        { "deliveryPromotionPercent", new PushLimitsOverride { DeliveryPromotionPercent = 101 } },
    };

    [Fact]
    public void Limits_without_overrides_are_those_of_the_product()
    {
        var limits = new PushLimitsOverride().Apply(new PushLimits());

        Assert.Equal(new PushLimits(), limits);
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(21, 30)), (limits.WindowStart, limits.WindowEnd));
        Assert.Equal((TimeSpan.FromHours(2), TimeSpan.FromMinutes(90)), (limits.Lateness, limits.Spacing));
        Assert.Equal((3, 12, 20), (limits.PerDay, limits.PerWeek, limits.OwnerTapsPerDay));
        Assert.Equal(new TimeOnly(12, 0), limits.SaleCutoff);
        Assert.Equal(
            [0, 30, 20, 10], Enum.GetValues<GroupKind>().Select(limits.PromotionPercent));
        Assert.Empty(limits.Check());
    }

    [Fact]
    public void Group_overrides_the_brand_and_the_brand_overrides_the_product()
    {
        var brand = new PushLimitsOverride { PerDay = 2, PerWeek = 10, WindowStart = new TimeOnly(8, 0) };
        var group = new PushLimitsOverride { PerDay = 1, SuperUserPromotionPercent = 0 };

        var limits = group.Apply(brand.Apply(new PushLimits()));

        Assert.Equal(
            new PushLimits
            {
                PerDay = 1,
                PerWeek = 10,
                WindowStart = new TimeOnly(8, 0),
                SuperUserPromotionPercent = 0,
            },
            limits);
    }

    [Fact]
    public void Every_limit_can_be_overridden()
    {
        var limits = typeof(PushLimits).GetProperties().Select(property => property.Name);

        Assert.Equal(limits, typeof(PushLimitsOverride).GetProperties().Select(property => property.Name));
    }

    [Fact]
    public void Every_override_takes_effect()
    {
        var all = new PushLimits
        {
            WindowStart = new TimeOnly(10, 0),
            WindowEnd = new TimeOnly(20, 0),
            Lateness = TimeSpan.FromHours(1),
            PerDay = 1,
            PerWeek = 2,
            Spacing = TimeSpan.FromHours(3),
            OwnerTapsPerDay = 4,
            NewBuyerPromotionPercent = 5,
            SuperUserPromotionPercent = 6,
            DeliveryPromotionPercent = 7,
            SaleCutoff = new TimeOnly(13, 0),
        };
        var copy = new PushLimitsOverride
        {
            WindowStart = all.WindowStart,
            WindowEnd = all.WindowEnd,
            Lateness = all.Lateness,
            PerDay = all.PerDay,
            PerWeek = all.PerWeek,
            Spacing = all.Spacing,
            OwnerTapsPerDay = all.OwnerTapsPerDay,
            NewBuyerPromotionPercent = all.NewBuyerPromotionPercent,
            SuperUserPromotionPercent = all.SuperUserPromotionPercent,
            DeliveryPromotionPercent = all.DeliveryPromotionPercent,
            SaleCutoff = all.SaleCutoff,
        };

        Assert.Equal(all, copy.Apply(new PushLimits()));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Limit_that_makes_no_sense_is_refused_by_its_field(string field, PushLimitsOverride limits) =>
        Assert.Equal(field, Assert.Single(limits.Apply(new PushLimits()).Check()).Field);
}
