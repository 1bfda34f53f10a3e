using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Platform;

public class EffectKeyTests
{
    static readonly Gen<(string Cause, string Step, string Target)> Effects =
        from cause in SampleIds.AlmostAlike
        from step in SampleIds.AlmostAlike
        from target in SampleIds.AlmostAlike
        select (cause, step, target);

    [Fact]
    public void An_effect_is_named_after_its_cause_its_step_and_its_target() =>
        Assert.Equal("onboarding-tea-1-wm:welcome:wm:1", EffectKey.From("onboarding-tea-1-wm", "welcome", "wm:1"));

    [Fact]
    public void A_colon_in_a_members_id_does_not_give_two_effects_one_name() =>
        Assert.NotEqual(
            EffectKey.From("onboarding-tea-1-a", "welcome", "b:welcome:c"),
            EffectKey.From("onboarding-tea-1-a:welcome:b", "welcome", "c"));

    [Theory]
    [Seeds(1, 20261120)]
    public void No_two_effects_share_a_name(ulong seed) => Property.CheckSequences(seed, Effects, effects =>
        Assert.Equal(
            effects.Distinct().Count(),
            effects.Select(effect => EffectKey.From(effect.Cause, effect.Step, effect.Target)).Distinct(StringComparer.Ordinal).Count()));

    [Fact]
    public void A_digest_is_the_beginning_of_the_sha_256_of_the_name() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223", EffectKey.Digest("abc"));
}
