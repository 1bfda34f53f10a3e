using Community.Messaging.Deliveries;

namespace Community.Tests.Messaging.Deliveries;

/// <summary>What the channel does when it is asked.</summary>
public enum Answer
{
    Takes,
    Refuses,
    NeedsPerson,
    AcceptedAndLost,
    Lost,
}

/// <summary>
/// One move of one worker: it goes a step on, or its process dies and another begins in its place. The one after the last is the person
/// at the staff desk, who does what they find there.
/// </summary>
public sealed record Move(int Worker, bool Crashes, Answer Answer, int Seconds);

/// <summary>
/// One row, several workers that send it as a queue with at-least-once delivery makes them: each reads the row, writes only if nobody
/// wrote since (an ETag), asks the channel when its own Begin was written, and writes what it heard. Any of them may die between two steps.
/// </summary>
sealed class OutboxModel(int workers)
{
    readonly Worker[] workers = [.. Enumerable.Range(0, workers).Select(_ => new Worker())];
    int etag;
    int attempts;

    public Delivery Row { get; private set; } = SampleDelivery.QueuedDelivery;

    public DateTimeOffset Now { get; private set; } = Instants.Evening;

    public int ChannelCalls { get; private set; }

    public bool ChannelAccepted { get; private set; }

    public bool HasTask { get; private set; }

    public bool PersonSentIt { get; private set; }

    /// <summary>One worker makes one move.</summary>
    public void Step(Move move)
    {
        Now = Now.AddSeconds(move.Seconds);
        if (move.Worker == workers.Length)
        {
            if (HasTask) SendByHand();
            return;
        }

        var worker = workers[move.Worker];
        if (move.Crashes) workers[move.Worker] = new Worker();
        else if (worker.Answer is { } heard) DeliverAnswer(worker, heard);
        else if (worker.MaySend) AnswerCall(worker, move.Answer);
        else if (worker.Begin is { } begin) TryToBegin(worker, begin);
        else Read(worker);
    }

    void Read(Worker worker) =>
        (worker.Read, worker.Etag, worker.Begin) = (Row, etag, new DeliveryCommand.Begin($"attempt-{++attempts}", Now));

    void TryToBegin(Worker worker, DeliveryCommand.Begin begin)
    {
        worker.Begin = null;
        if (worker.Etag != etag) return;
        var events = DeliveryRules.Decide(begin, worker.Read);
        Write(events);
        (worker.Owner, worker.MaySend) = (begin.Owner, events is [DeliveryEvent.SendingBegan]);
    }

    void AnswerCall(Worker worker, Answer answer)
    {
        ChannelCalls++;
        ChannelAccepted |= answer is Answer.Takes or Answer.AcceptedAndLost;
        HasTask |= answer is Answer.NeedsPerson; // opened before the ledger says so: a crash in between must not lose it
        worker.MaySend = false;
        worker.Answer = answer switch
        {
            Answer.Takes => new DeliveryCommand.Accept(worker.Owner, "msg-1", Now),
            Answer.Refuses => new DeliveryCommand.Refuse(worker.Owner, "no such group"),
            Answer.NeedsPerson => new DeliveryCommand.HandToStaff("task-1"),
            _ => new DeliveryCommand.LoseAnswer(worker.Owner),
        };
    }

    void SendByHand()
    {
        PersonSentIt = true;
        Write(DeliveryRules.Decide(new DeliveryCommand.ConfirmByStaff(Now), Row));
    }

    void DeliverAnswer(Worker worker, DeliveryCommand heard)
    {
        worker.Answer = null;
        Write(DeliveryRules.Decide(heard, Row));
    }

    void Write(IReadOnlyList<DeliveryEvent> events)
    {
        if (events.Count == 0) return;
        Row = events.Aggregate(Row, DeliveryRules.Evolve);
        etag++;
    }

    sealed class Worker
    {
        public Delivery Read { get; set; } = SampleDelivery.QueuedDelivery;

        public int Etag { get; set; }

        public DeliveryCommand.Begin? Begin { get; set; }

        public string Owner { get; set; } = "";

        public bool MaySend { get; set; }

        public DeliveryCommand? Answer { get; set; }
    }
}
