"""The words the samples are made of."""

import re

_TEXT = """\
# Mục đích
- Tiếp tục nâng cao nhận thức, trách nhiệm của cấp ủy, người đứng đầu, cán bộ, công chức, viên
  chức và người lao động về vị trí, vai trò của công tác dân vận chính quyền và thực hiện dân
  chủ ở cơ sở; gắn việc thực hiện dân chủ với nhiệm vụ chính trị của từng cơ quan, đơn vị.
- Phát huy quyền làm chủ của cán bộ, công chức, viên chức và người lao động; phòng ngừa, ngăn
  chặn và xử lý kịp thời các hành vi vi phạm dân chủ, kỷ cương, kỷ luật của cơ quan, đơn vị.
# Yêu cầu
- Việc thực hiện dân chủ phải bảo đảm sự lãnh đạo của cấp ủy Đảng, sự quản lý, điều hành của
  người đứng đầu và vai trò của Công đoàn, Ban Thanh tra nhân dân và các tổ chức đoàn thể.
- Nội dung, hình thức triển khai phải thiết thực, phù hợp với điều kiện của từng đơn vị; tránh
  hình thức, lãng phí; có phân công rõ người, rõ việc, rõ thời gian, rõ kết quả.
# Công tác tuyên truyền, phổ biến, quán triệt
- Phổ biến, quán triệt Luật Thực hiện dân chủ ở cơ sở và các văn bản hướng dẫn thi hành đến toàn
  thể cán bộ, công chức, viên chức, người lao động qua hội nghị cơ quan, sinh hoạt tổ chuyên môn
  và trang thông tin điện tử của đơn vị.
- Đưa nội dung thực hiện dân chủ ở cơ sở vào chương trình bồi dưỡng thường xuyên hằng năm; kịp
  thời biểu dương các điển hình tiên tiến, các mô hình hay, cách làm hiệu quả.
- Niêm yết công khai các văn bản, quy chế, quy định của đơn vị tại bảng tin, phòng hội đồng và
  gửi vào hộp thư điện tử của từng tổ, bộ phận.
# Thực hiện các nội dung công khai
- Công khai kế hoạch công tác, kinh phí hoạt động, quyết toán hằng năm, tài sản, trang thiết bị;
  việc tuyển dụng, quy hoạch, bổ nhiệm, nâng lương, khen thưởng, kỷ luật.
- Công khai kết quả tiếp thu, giải trình ý kiến của cán bộ, công chức, viên chức, người lao
  động; kết quả giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh trong nội bộ.
- Lựa chọn hình thức công khai phù hợp; thời điểm, thời hạn công khai theo đúng quy định của
  pháp luật và quy chế thực hiện dân chủ của cơ quan, đơn vị.
# Tổ chức hội nghị cán bộ, công chức, viên chức, người lao động
- Người đứng đầu phối hợp với Ban Chấp hành Công đoàn tổ chức hội nghị đúng thời gian, đúng
  thành phần, đúng trình tự; chuẩn bị kỹ các báo cáo và gửi trước cho người tham dự.
- Hội nghị bàn và biểu quyết các nội dung theo thẩm quyền; bầu Ban Thanh tra nhân dân khi hết
  nhiệm kỳ; thông qua nghị quyết và phát động phong trào thi đua.
- Kiểm tra việc thực hiện nghị quyết hội nghị theo định kỳ; thông báo kết quả đến toàn thể cán
  bộ, công chức, viên chức, người lao động trong đơn vị.
# Công tác kiểm tra, giám sát
- Ban Thanh tra nhân dân xây dựng chương trình giám sát theo quý, sáu tháng và cả năm; tập trung
  vào việc thực hiện nghị quyết hội nghị, thu chi và các nội dung công khai.
- Người đứng đầu xem xét, trả lời kiến nghị của Ban Thanh tra nhân dân đúng thời hạn; chỉ đạo
  các bộ phận liên quan thực hiện và báo cáo kết quả.
- Sở tổ chức kiểm tra trực tiếp tại một số đơn vị trong quý III; các đơn vị còn lại tự kiểm tra
  và gửi báo cáo kết quả trước ngày 30 tháng 9 năm 2026.
# Phong trào thi đua “Dân vận khéo”
- Mỗi đơn vị đăng ký ít nhất một mô hình “Dân vận khéo” gắn với đổi mới phương pháp dạy học, xây
  dựng trường học an toàn, thân thiện, chăm lo học sinh có hoàn cảnh khó khăn.
- Theo dõi, hướng dẫn, sơ kết, tổng kết, đề nghị cấp có thẩm quyền công nhận, khen thưởng; phổ
  biến, nhân rộng các mô hình đạt hiệu quả trong toàn ngành.
- Đánh giá kết quả thực hiện mô hình bằng sản phẩm cụ thể; không chạy theo số lượng, không để mô
  hình chỉ có tên gọi mà không có hoạt động.
# Cải cách hành chính và tiếp công dân
- Rà soát, đơn giản hóa quy trình giải quyết công việc; tăng tỷ lệ hồ sơ trực tuyến toàn trình;
  xin lỗi bằng văn bản khi giải quyết hồ sơ trễ hạn.
- Duy trì lịch tiếp công dân của người đứng đầu; giải quyết dứt điểm đơn thư ngay từ cơ sở,
  không để phát sinh điểm nóng, khiếu kiện kéo dài.
- Thực hiện nghiêm quy tắc ứng xử, văn hóa công sở; nâng cao tinh thần phục vụ Nhân dân, phụ
  huynh và học sinh của đội ngũ nhà giáo, nhân viên.
"""


def _read(text):
    """Titles with their items, each item on one line again."""
    sections = {}
    for section in text.removeprefix("# ").split("\n# "):
        title, *items = re.split(r"\n- ", section.strip())
        sections[title] = [" ".join(item.split()) for item in items]
    return sections


MATTERS = _read(_TEXT)
PURPOSE = MATTERS.pop("Mục đích")
DEMANDS = MATTERS.pop("Yêu cầu")
