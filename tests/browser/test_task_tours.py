from tests.common import DanChuHttpCase
from tests.tasks import Tasks


class TestTaskOnAPhone(Tasks, DanChuHttpCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_a_teacher_closes_a_task_with_a_photo(self):
        task = self.task(name="Niêm yết công khai quy chế dân chủ", needs_evidence=True)
        self.start_tour("/odoo/dan-chu-my-tasks", "dan_chu_close_a_task_on_a_phone", login="staff")
        self.assertEqual((task.state, task.done_by_id), ("done", self.staff))
        self.assertEqual(task.result, "Đã niêm yết tại bảng tin.")
        self.assertEqual(task.evidence_ids.mapped("name"), ["anh.png"])
        self.assertEqual(len(task.evidence_ids.sha256), 64)


class TestTaskAtTheDesk(Tasks, DanChuHttpCase):
    browser_size = "1366x768"

    def test_an_officer_sends_back_and_accepts(self):
        task = self.task(name="Niêm yết công khai quy chế dân chủ")
        self.as_user(task, self.staff).action_done("Đã làm.")
        self.start_tour("/odoo/dan-chu-given-tasks", "dan_chu_send_a_task_back", login="officer")
        self.env.invalidate_all()
        self.assertEqual(task.state, "doing")
        self.assertEqual(task.step_ids.sorted("id")[-1].text, "Thiếu ảnh niêm yết.")
        self.as_user(task, self.staff).action_done()
        self.start_tour("/odoo/dan-chu-given-tasks", "dan_chu_accept_a_task", login="officer")
        self.env.invalidate_all()
        self.assertEqual(task.state, "accepted")

    def test_a_reminder_for_the_chat_group(self):
        self.task(name="Niêm yết công khai quy chế dân chủ", days=-3)
        self.start_tour("/odoo/dan-chu-our-tasks", "dan_chu_copy_a_reminder", login="officer")
