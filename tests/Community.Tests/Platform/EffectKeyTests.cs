using Community.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Platform;

public class EffectKeyTests
{
    static readonly Gen<(string Cause, string Step, string Target)> Effects =
        from cause in SampleIds.SimilarTexts
        from step in SampleIds.SimilarTexts
        from target in SampleIds.SimilarTexts
        select (cause, step, target);

    [Fact]
    public void Key_consists_of_cause_step_and_target() =>
        Assert.Equal("onboarding-tea-1-wm:welcome:wm:1", EffectKey.From("onboarding-tea-1-wm", "welcome", "wm:1"));

    [Fact]
    public void Colon_in_a_member_id_does_not_make_two_keys_equal() =>
        Assert.NotEqual(
            EffectKey.From("onboarding-tea-1-a", "welcome", "b:welcome:c"),
            EffectKey.From("onboarding-tea-1-a:welcome:b", "welcome", "c"));

    [Theory]
    [Seeds(1, 20261120)]
    public void Different_effects_have_different_keys(ulong seed) =>
        Property.CheckSequences(seed, Effects, effects =>
        {
            var keys = effects.Select(effect => EffectKey.From(effect.Cause, effect.Step, effect.Target));

            Assert.Equal(effects.Distinct().Count(), keys.Distinct(StringComparer.Ordinal).Count());
        });

    [Fact]
    public void Digest_is_the_beginning_of_the_SHA_256_of_the_text() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223", EffectKey.Digest("abc"));
}
