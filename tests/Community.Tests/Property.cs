using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Community.Tests;

/// <summary>Checks a rule on generated inputs. The seed stands in the test's name; the same seed makes the same inputs again.</summary>
static class Property
{
    const int Inputs = 300;

    // SplitMix64's golden gamma: any odd number will do, and a fixed one leaves one number to copy into a test.
    const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>The rule holds for every input.</summary>
    public static void Check<T>(ulong seed, Gen<T> inputs, Action<T> holds) => Check(seed, Arb.From(inputs), holds);

    /// <summary>The rule holds for every sequence; a failing one is cut down to the elements it needs.</summary>
    public static void CheckSequences<T>(ulong seed, Gen<T> elements, Action<IReadOnlyList<T>> holds) =>
        Check(seed, Arb.From(elements.ListOf().Select(list => (IReadOnlyList<T>)[.. list]), WithoutOne), holds);

    static void Check<T>(ulong seed, Arbitrary<T> inputs, Action<T> holds)
    {
        var replay = new Replay(new Rnd(seed, Gamma), FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(Inputs).WithReplay(FSharpOption<Replay>.Some(replay));
        FsCheck.Check.One(config, Prop.ForAll(inputs, holds));
    }

    static IEnumerable<IReadOnlyList<T>> WithoutOne<T>(IReadOnlyList<T> list) =>
        Enumerable.Range(0, list.Count).Select(index => (IReadOnlyList<T>)[.. list.Take(index), .. list.Skip(index + 1)]);
}
