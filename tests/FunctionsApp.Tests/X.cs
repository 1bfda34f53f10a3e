namespace Community.Tests;
public class X { [Xunit.Fact] public void It_runs() => Xunit.Assert.Equal(2, 1 + 1); }
