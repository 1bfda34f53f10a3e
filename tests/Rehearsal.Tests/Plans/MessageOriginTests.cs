using Community.Platform;
using Community.Selling;
using Rehearsal.Plans;
using Rehearsal.Tests.Goldens;

namespace Rehearsal.Tests.Plans;

/// <summary>The keys are those that the app makes.</summary>
public class MessageOriginTests
{
    [Fact]
    public void Message_of_a_conversion_has_its_product()
    {
        var key = EffectKey.From(SellingInstanceIds.ConversionGroup("rock-tea", "vip-1"), "link", "vip-1");

        var origin = MessageOrigin.Of(key, "vip-1", Golden.ReadPlans("conversion-two-days"));

        Assert.Equal(
            (OriginKind.Conversion, "rock-tea", "武夷岩茶·肉桂", 26_800L),
            (origin.Kind, origin.Id, origin.Product, origin.PriceMinor!.Value));
    }

    [Fact]
    public void Wave_belongs_to_the_flash_sale_of_its_group()
    {
        var origin = MessageOrigin.Of("flash-1:wave-2:flash-1", "flash-1", Golden.ReadPlans("flash-night"));

        Assert.Equal((OriginKind.FlashSale, "longjing-night"), (origin.Kind, origin.Id));
    }

    [Fact]
    public void Push_is_named_by_its_id()
    {
        var key = EffectKey.From("push-vip-1~202612021230-abcdefabcdef", "push", "vip-1");

        var origin = MessageOrigin.Of(key, "vip-1", Golden.ReadPlans("wecom-week"));

        Assert.Equal(
            (OriginKind.Push, "vip-1~202612021230-abcdefabcdef"), (origin.Kind, origin.PushId));
    }

    [Theory]
    [InlineData("onboarding-vip-1-m4:welcome:m4", nameof(OriginKind.Onboarding))]
    [InlineData("greeting-vip-1-1:greeting:vip-1", nameof(OriginKind.Onboarding))]
    [InlineData("vip-1:farewell:vip-1", nameof(OriginKind.Group))]
    public void Other_messages_are_of_the_group(string key, string kind) =>
        Assert.Equal(kind, $"{MessageOrigin.Of(key, "vip-1", Golden.ReadPlans("wecom-week")).Kind}");
}
