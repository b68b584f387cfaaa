using LumenArgus.Storage.Database.Writing;
using SQLitePCL;

namespace LumenArgus.Storage.Findings;

/// <summary>A finding that waits. Sights that come while it waits are added to it; those that come later go to its row.</summary>
internal sealed class FindingWrite : StoreWrite
{
    private readonly Lock _lock = new();
    private readonly WaitingTicket _ticket;
    private readonly IFindingObserver? _observer;
    private FindingRow? _row;
    private bool _applied;
    private long _newId;

    public FindingWrite(FindingRow row, IFindingObserver? observer = null)
    {
        (_row, _observer) = (row, observer);
        Bytes = 1024 + (2 * (row.Location.Length + row.Detail.Length + row.ValuePreview.Length + row.Context.Length + row.Model.Length + LengthOfSender(row)));
        _ticket = new WaitingTicket(this, row.ContentHash, row.SessionId);
    }

    public FindingTicket Ticket => _ticket;

    public override int Bytes { get; }

    public override void Apply(WriteConnection connection)
    {
        FindingRow row;
        lock (_lock)
        {
            // From here on the row is as it is, also when the transaction has to be repeated.
            _applied = true;
            row = _row!;
        }

        var statement = connection.Prepared(FindingColumns.Insert);
        for (var i = 0; i < FindingColumns.Written.Length; i++)
        {
            statement.Bind(i, FindingColumns.Written[i].Value(row));
        }

        if (statement.Run() == 0)
        {
            // The sights that the finding holds already are added to those of the row that is there: both are right.
            _newId = 0;
            SightsWrite.Add(connection, row.ContentHash, row.SessionId, new Sights(row.SeenCount, row.Timestamp));
            return;
        }

        _newId = raw.sqlite3_last_insert_rowid(connection.Connection.Handle);
        connection.BeforeCommit(FindingCounts.CountNew);
    }

    public override void Committed()
    {
        _ticket.End(FindingState.Recorded);
        if (_newId != 0 && _row is { } row)
        {
            row.Id = _newId;
            _observer?.Recorded(row);
        }

        _row = null;
    }

    public override void Failed(Exception reason) => Lose();

    /// <summary>It will not be written.</summary>
    public void Lose()
    {
        _ticket.End(FindingState.Lost);
        _row = null;
    }

    // What can be long of it.
    private static int LengthOfSender(FindingRow row) =>
        row.AccountId.Length + row.SessionId.Length + row.DeviceId.Length + row.WorkingDirectory.Length + row.GitBranch.Length + row.RawUserAgent.Length;

    private bool TryAddSight(string at)
    {
        lock (_lock)
        {
            if (_applied || _row is null)
            {
                return false;
            }

            _row = _row with { SeenCount = _row.SeenCount + 1, Timestamp = string.CompareOrdinal(at, _row.Timestamp) > 0 ? at : _row.Timestamp };
            return true;
        }
    }

    /// <summary>The ticket outlives the record, and lets go of it when it is written: there are fifty thousand of them.</summary>
    internal sealed class WaitingTicket(FindingWrite write, string contentHash, string sessionId) : FindingTicket(contentHash, sessionId)
    {
        private volatile FindingWrite? _waiting = write;

        /// <summary>The record, while it is not written.</summary>
        public FindingWrite? Waiting => _waiting;

        public bool TryAddSight(string at) => _waiting?.TryAddSight(at) ?? false;

        public void End(FindingState state)
        {
            SetState(state);
            _waiting = null;
        }
    }
}
