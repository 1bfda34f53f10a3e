using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Community.Tests;

/// <summary>
/// Checks a property on generated inputs. The name of the test case shows the seed; the same seed generates the same
/// inputs.
/// </summary>
static class Property
{
    const int Inputs = 300;

    // The golden gamma of SplitMix64. Any odd number works; a fixed one makes the seed the only number to copy.
    const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>Checks the property for each input.</summary>
    public static void Check<T>(ulong seed, Gen<T> inputs, Action<T> holds) => Check(seed, Arb.From(inputs), holds);

    /// <summary>Checks the property for each sequence; a failing sequence is shrunk.</summary>
    public static void CheckSequences<T>(ulong seed, Gen<T> elements, Action<IReadOnlyList<T>> holds) =>
        Check(seed, Arb.From(elements.ListOf().Select(list => (IReadOnlyList<T>)[.. list]), WithoutOne), holds);

    static void Check<T>(ulong seed, Arbitrary<T> inputs, Action<T> holds)
    {
        var replay = new Replay(new Rnd(seed, Gamma), FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure
            .WithQuietOnSuccess(true)
            .WithMaxTest(Inputs)
            .WithReplay(FSharpOption<Replay>.Some(replay));
        FsCheck.Check.One(config, Prop.ForAll(inputs, holds));
    }

    static IEnumerable<IReadOnlyList<T>> WithoutOne<T>(IReadOnlyList<T> list) =>
        Enumerable.Range(0, list.Count)
            .Select(index => (IReadOnlyList<T>)[.. list.Take(index), .. list.Skip(index + 1)]);
}
