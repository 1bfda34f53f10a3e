namespace Community.Tests;

/// <summary>Reads a rule as a sentence: <c>Given(state, events).When(command).Then(events)</c>.</summary>
sealed class Decider<TCommand, TState, TEvent>(Func<TCommand, TState, IReadOnlyList<TEvent>> decide, Func<TState, TEvent, TState> evolve)
{
    /// <summary>The state, and what has happened to it since.</summary>
    public Scenario Given(TState state, params TEvent[] happened) => new(this, happened.Aggregate(state, evolve));

    /// <summary>A state that a command is put to.</summary>
    public sealed record Scenario(Decider<TCommand, TState, TEvent> Rules, TState State)
    {
        /// <summary>The command is decided.</summary>
        public Outcome When(TCommand command)
        {
            var events = Rules.Decide(command, State);
            return new Outcome(Rules, events, events.Aggregate(State, Rules.Evolve));
        }
    }

    /// <summary>What a command caused.</summary>
    public sealed record Outcome(Decider<TCommand, TState, TEvent> Rules, IReadOnlyList<TEvent> Events, TState State)
    {
        /// <summary>Exactly these events.</summary>
        public Outcome Then(params TEvent[] expected)
        {
            Assert.Equal(expected, Events);
            return this;
        }

        /// <summary>No event: a repeat, or too late.</summary>
        public Outcome ThenNothing() => Then();

        /// <summary>Another command follows.</summary>
        public Outcome When(TCommand command) => new Scenario(Rules, State).When(command);
    }

    IReadOnlyList<TEvent> Decide(TCommand command, TState state) => decide(command, state);

    TState Evolve(TState state, TEvent happened) => evolve(state, happened);
}
