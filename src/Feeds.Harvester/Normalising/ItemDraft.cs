using System.Globalization;
using Signposting.Store.Harvest;
using Signposting.Store.Opportunities;

namespace Feeds.Harvester.Normalising;

/// <summary>What has been read of an item so far, within its limits.</summary>
/// <param name="feedUrl">URL of the item's feed.</param>
/// <param name="id">RPDE id of the item.</param>
/// <param name="time">Tells which sessions are over, when there are too many.</param>
/// <param name="subject">See <see cref="NormalItem.Subject"/>.</param>
internal sealed class ItemDraft(string feedUrl, string id, TimeProvider time, SubjectKey? subject = null)
{
    private const int FewFragments = 4;

    private readonly List<Fragment> _fragments = new(1);
    private List<SessionChange>? _someSessions;
    private HashSet<SubjectKey>? _subjects;
    private Repairs? _notes;
    private int _droppedFragments;
    private int _droppedSessions;
    private bool _hasOnlyFuture;

    internal string FeedUrl => feedUrl;

    private List<SessionChange> Sessions => _someSessions ??= new(1);

    /// <summary>The key of the item's own record.</summary>
    internal SubjectKey KeyOf(in JsonRecord record) => SubjectKeys.Of(record, feedUrl) ?? subject ?? SubjectKey.FromItem(feedUrl, id);

    /// <summary>Adds a description; of two of one subject in one item the first counts.</summary>
    internal void Add(Fragment fragment)
    {
        if (!IsNew(fragment.Subject))
            return;
        if (_fragments.Count < NormalisingLimits.Fragments)
            _fragments.Add(fragment);
        else
            _droppedFragments++;
    }

    /// <summary>Most items have one fragment, or two; only those with many get a set.</summary>
    private bool IsNew(SubjectKey subject)
    {
        if (_fragments.Count >= FewFragments)
            return (_subjects ??= [.. _fragments.Select(known => known.Subject)]).Add(subject);
        foreach (var known in _fragments)
        {
            if (known.Subject == subject)
                return false;
        }

        return true;
    }

    /// <summary>Adds an occurrence. When there are too many, those that are over make room.</summary>
    internal void Add(SessionChange session)
    {
        if (Sessions.Count == NormalisingLimits.Sessions && !_hasOnlyFuture)
        {
            var now = time.GetUtcNow();
            _droppedSessions += Sessions.RemoveAll(known => (known.End ?? known.Start) < now);
            _hasOnlyFuture = true;
        }

        if (Sessions.Count < NormalisingLimits.Sessions)
            Sessions.Add(session);
        else
            _droppedSessions++;
    }

    /// <summary>Notes something about the item; shown where the item describes an opportunity of its own.</summary>
    internal void Note(string code, string about) => (_notes ??= new Repairs()).Add(code, about);

    internal ItemChange ToChange(in NormalItem item, ulong hash)
    {
        AddNotes();
        return new ItemChange
        {
            Id = item.Id,
            Modified = item.Modified,
            ModifiedAt = item.ModifiedAt,
            Kind = ChangeKind.Updated,
            Fragments = _fragments,
            Sessions = (IReadOnlyList<SessionChange>?)_someSessions ?? [],
            Original = IsOwn ? item.Data : default,
            ContentHash = hash,
        };
    }

    private bool IsOwn => _fragments.Count > 0 && _fragments[0].Origin == FragmentOrigin.Own;

    private void AddNotes()
    {
        NoteDropped("sessions-over-limit", _droppedSessions, _someSessions?.Count ?? 0);
        NoteDropped("parts-over-limit", _droppedFragments, _fragments.Count);
        if (_notes is null || !IsOwn)
            return;
        var own = _fragments[0];
        _fragments[0] = own with { Description = own.Description with { Repairs = [.. (own.Description.Repairs ?? []).Union(_notes.ToList()!)] } };
    }

    private void NoteDropped(string code, int dropped, int kept)
    {
        if (dropped > 0)
            Note(code, string.Create(CultureInfo.InvariantCulture, $"{kept} kept, {dropped} left out"));
    }
}
